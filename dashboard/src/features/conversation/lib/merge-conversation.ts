import type { InfiniteData } from '@tanstack/react-query';
import { PRIORITIES } from '../../../../../domain/conversation/priority';
import type { Conversation, ConversationPage } from '../../../lib/api/types';
import { belongs, type ConversationFilter } from './conversation-filter';

export type ConversationPages = InfiniteData<ConversationPage>;

/**
 * A list after one of its conversations changed: replaced where it is, moved up when it has the newest message, put
 * in when it is new here, taken out when it no longer belongs. Undefined when only the API can tell.
 */
export function mergeConversation(
  pages: ConversationPages,
  conversation: Conversation,
  filter: ConversationFilter,
): ConversationPages | undefined {
  const before = pages.pages.flatMap((page) => page.items).find(({ id }) => id === conversation.id);
  if (!belongs(conversation, filter)) return before === undefined ? pages : without(pages, conversation.id);
  // Whose it is may be a team's.
  if (filter.assigned !== undefined && !sameAssignee(before, conversation)) return undefined;
  const order = filter.state === 'AGUARDANDO_HUMANO' ? soonestFirst : newestFirst;
  if (before !== undefined && order(before, conversation) === 0) return replaced(pages, conversation);
  if (filter.q !== undefined) return before === undefined ? undefined : replaced(pages, conversation);
  return inserted(without(pages, conversation.id), conversation, order);
}

type Order = (one: Conversation, other: Conversation) => number;

function sameAssignee(before: Conversation | undefined, after: Conversation): boolean {
  if (before === undefined) return false;
  return (
    before.assignedUser?.id === after.assignedUser?.id && before.assignedTeam?.id === after.assignedTeam?.id
  );
}

function without(pages: ConversationPages, id: string): ConversationPages {
  return mapPages(pages, (items) => items.filter((item) => item.id !== id));
}

function replaced(pages: ConversationPages, conversation: Conversation): ConversationPages {
  return mapPages(pages, (items) => items.map((item) => (item.id === conversation.id ? conversation : item)));
}

/** As the API sorts; what would come after the last page is left for its own page to bring. */
function inserted(pages: ConversationPages, conversation: Conversation, order: Order): ConversationPages {
  const placeIn = (page: ConversationPage) => page.items.findIndex((item) => order(conversation, item) <= 0);
  const found = pages.pages.findIndex((page) => placeIn(page) !== -1);
  const isWhole = pages.pages.at(-1)?.nextCursor === null;
  const target = found !== -1 ? found : isWhole ? pages.pages.length - 1 : undefined;
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      if (index !== target) return page;
      const at = found === -1 ? page.items.length : placeIn(page);
      return { ...page, items: page.items.toSpliced(at, 0, conversation) };
    }),
  };
}

function mapPages(
  pages: ConversationPages,
  change: (items: Conversation[]) => Conversation[],
): ConversationPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

function newestFirst(one: Conversation, other: Conversation): number {
  return lastTime(other).localeCompare(lastTime(one));
}

/** Who waits: by priority, then the longest wait. */
function soonestFirst(one: Conversation, other: Conversation): number {
  const rank = ({ priority }: Conversation) => PRIORITIES.indexOf(priority);
  return rank(other) - rank(one) || one.stateSince.localeCompare(other.stateSince);
}

function lastTime(conversation: Conversation): string {
  return conversation.lastMessage?.createdAt ?? conversation.stateSince;
}
