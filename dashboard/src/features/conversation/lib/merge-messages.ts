import type { InfiniteData } from '@tanstack/react-query';
import type { Message, MessagePage } from '../../../lib/api/types';

/** The first page is the newest; each next one is older. Inside a page: oldest first. */
export type MessagePages = InfiniteData<MessagePage>;

/**
 * A timeline after its newest page was fetched again: known messages are replaced, new ones added at the end, older
 * pages kept. When so much came that the page no longer meets what is known, or a merge has numbered the timeline
 * anew, only the page is kept.
 */
export function mergeNewest(pages: MessagePages, newest: MessagePage): MessagePages {
  const [first, ...older] = pages.pages;
  const known = first?.items.at(-1);
  const oldestNew = newest.items[0];
  const meets = known === undefined || oldestNew === undefined || oldestNew.seq <= known.seq + 1;
  if (first === undefined || !meets || isRenumbered(pages, newest))
    return { pages: [newest], pageParams: [undefined] };
  const from = oldestNew?.seq ?? Number.POSITIVE_INFINITY;
  const kept = first.items.filter((item) => item.seq < from);
  return {
    ...pages,
    pages: [
      { items: [...kept, ...newest.items], nextCursor: first.nextCursor },
      ...replaceIn(older, newest.items),
    ],
  };
}

function isRenumbered(pages: MessagePages, newest: MessagePage): boolean {
  const places = new Map(newest.items.map(({ id, seq }) => [id, seq]));
  return pages.pages.some((page) => page.items.some(({ id, seq }) => (places.get(id) ?? seq) !== seq));
}

/** One message that changed or came, wherever it belongs. */
export function mergeMessage(pages: MessagePages, message: Message): MessagePages {
  const isKnown = pages.pages.some((page) => page.items.some(({ id }) => id === message.id));
  if (isKnown) return { ...pages, pages: replaceIn(pages.pages, [message]) };
  const [first, ...older] = pages.pages;
  const last = first?.items.at(-1);
  // With a gap before it, it would stand in the wrong place; the next fetch brings both.
  if (first === undefined || (last !== undefined && message.seq !== last.seq + 1)) return pages;
  return { ...pages, pages: [{ ...first, items: [...first.items, message] }, ...older] };
}

/** Oldest first. */
export function allMessages(pages: MessagePages): Message[] {
  return pages.pages.toReversed().flatMap((page) => page.items);
}

function replaceIn(pages: MessagePage[], messages: Message[]): MessagePage[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  return pages.map((page) => ({ ...page, items: page.items.map((item) => byId.get(item.id) ?? item) }));
}
