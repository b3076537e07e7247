import type { MessagePage } from '../../../lib/api/types';
import { aMessage } from './fixtures';
import { allMessages, mergeMessage, mergeNewest, type MessagePages } from './merge-messages';

const page = (from: number, to: number, nextCursor: string | null = 'older'): MessagePage => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => aMessage({ seq: from + index })),
  nextCursor,
});
const pages = (...list: MessagePage[]): MessagePages => ({
  pages: list,
  pageParams: list.map((_, index) => (index === 0 ? undefined : String(index))),
});
const seqs = (merged: MessagePages) => allMessages(merged).map(({ seq }) => seq);
const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('mergeNewest', () => {
  it('adds what came and keeps older pages', () => {
    const merged = mergeNewest(pages(page(11, 20), page(1, 10, null)), page(13, 22));
    expect(seqs(merged)).toEqual(upTo(22));
    expect(merged.pages.at(-1)?.nextCursor).toBeNull();
  });

  it('replaces what changed', () => {
    const changed = page(11, 20);
    changed.items[0] = aMessage({ seq: 11, text: 'editada' });
    expect(allMessages(mergeNewest(pages(page(11, 20)), changed))[0]?.text).toBe('editada');
  });

  it('starts again when more came than the page shows', () => {
    const merged = mergeNewest(pages(page(11, 20), page(1, 10, null)), page(30, 39));
    expect(seqs(merged)).toEqual(upTo(39, 30));
    expect(merged.pages[0]?.nextCursor).toBe('older');
  });

  it('starts again when a merge has numbered the timeline anew', () => {
    const renumbered = page(11, 20, null).items.map((item, index) => ({ ...item, id: `m${index + 1}` }));
    const merged = mergeNewest(pages(page(1, 10, null)), { items: renumbered, nextCursor: null });
    expect(seqs(merged)).toEqual(upTo(20, 11));
  });

  it('meets at the next number exactly', () => {
    expect(seqs(mergeNewest(pages(page(1, 10, null)), page(11, 20)))).toEqual(upTo(20));
  });

  it('fills an empty timeline', () => {
    expect(seqs(mergeNewest(pages({ items: [], nextCursor: null }), page(1, 3, null)))).toEqual(upTo(3));
  });
});

describe('mergeMessage', () => {
  it('adds the next one', () => {
    expect(seqs(mergeMessage(pages(page(1, 3, null)), aMessage({ seq: 4 })))).toEqual(upTo(4));
  });

  it('replaces one it has, on whichever page', () => {
    const merged = mergeMessage(pages(page(4, 6), page(1, 3, null)), aMessage({ seq: 2, text: 'nova' }));
    expect(seqs(merged)).toEqual(upTo(6));
    expect(allMessages(merged)[1]?.text).toBe('nova');
  });

  it('adds nothing over a gap', () => {
    const before = pages(page(1, 3, null));
    expect(mergeMessage(before, aMessage({ seq: 7 }))).toBe(before);
  });
});
