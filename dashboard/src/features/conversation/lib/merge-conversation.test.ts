import type { Conversation } from '../../../lib/api/types';
import { filterOf } from './conversation-filter';
import { aConversation, saidAt } from './fixtures';
import { type ConversationPages, mergeConversation } from './merge-conversation';

const at = (minute: number) => `2026-11-20T12:${String(minute).padStart(2, '0')}:00.000Z`;
const one = (id: string, minute: number, part: Partial<Conversation> = {}) =>
  aConversation({ id, lastMessage: saidAt(at(minute)), ...part });

/** Two pages, newest first, and more to come. */
const list = (nextCursor: string | null = 'more'): ConversationPages => ({
  pages: [
    { items: [one('a', 50), one('b', 40)], nextCursor: 'p2' },
    { items: [one('c', 30), one('d', 20)], nextCursor },
  ],
  pageParams: [undefined, 'p2'],
});
const ids = (pages: ConversationPages | undefined) =>
  pages?.pages.map((page) => page.items.map(({ id }) => id).join(''));

const all = filterOf('all', undefined);
const ai = filterOf('ai', undefined);

describe('mergeConversation', () => {
  it('replaces where nothing new was said', () => {
    const merged = mergeConversation(list(), one('c', 30, { unread: 7 }), all);
    expect(ids(merged)).toEqual(['ab', 'cd']);
    expect(merged?.pages[1]?.items[0]?.unread).toBe(7);
  });

  it('moves the one with the newest message to the top', () => {
    expect(ids(mergeConversation(list(), one('d', 59), all))).toEqual(['dab', 'c']);
  });

  it('puts in one that is new here, in its place', () => {
    expect(ids(mergeConversation(list(), one('x', 35), all))).toEqual(['ab', 'xcd']);
  });

  it('leaves what is older than all to the page that will bring it', () => {
    expect(ids(mergeConversation(list(), one('x', 1), all))).toEqual(['ab', 'cd']);
    expect(ids(mergeConversation(list(null), one('x', 1), all))).toEqual(['ab', 'cdx']);
  });

  it('takes out what no longer belongs', () => {
    const taken = one('b', 40, { state: 'HUMANO_RESPONDEU' });
    expect(ids(mergeConversation(list(), taken, ai))).toEqual(['a', 'cd']);
  });

  it('changes nothing for one that never belonged', () => {
    const pages = list();
    expect(mergeConversation(pages, one('x', 59, { state: 'HUMANO_RESPONDEU' }), ai)).toBe(pages);
  });

  it('fills an empty list', () => {
    const empty: ConversationPages = { pages: [{ items: [], nextCursor: null }], pageParams: [undefined] };
    expect(ids(mergeConversation(empty, one('x', 1), all))).toEqual(['x']);
  });

  it('keeps those who wait by priority, then by how long they have waited (S2.58)', () => {
    const waits = (id: string, minute: number, part: Partial<Conversation> = {}) =>
      aConversation({
        id,
        state: 'AGUARDANDO_HUMANO',
        stateSince: at(minute),
        lastMessage: saidAt(at(59)),
        ...part,
      });
    const waiting = filterOf('waiting', undefined);
    const pages: ConversationPages = {
      pages: [
        { items: [waits('a', 10, { priority: 'urgent' }), waits('b', 5), waits('c', 20)], nextCursor: null },
      ],
      pageParams: [undefined],
    };
    expect(ids(mergeConversation(pages, waits('x', 15, { priority: 'high' }), waiting))).toEqual(['axbc']);
    expect(ids(mergeConversation(pages, waits('c', 20, { priority: 'urgent' }), waiting))).toEqual(['acb']);
    expect(ids(mergeConversation(pages, waits('x', 12), waiting))).toEqual(['abxc']);
    expect(ids(mergeConversation(pages, waits('b', 5, { unread: 2 }), waiting))).toEqual(['abc']);
  });

  it('leaves it to the API whether one that was given away is still one’s own', () => {
    const mine = filterOf('mine', undefined);
    const team = { id: 't', name: 'Vendas' };
    expect(mergeConversation(list(), one('a', 50, { assignedTeam: team }), mine)).toBeUndefined();
    expect(mergeConversation(list(), one('x', 59), mine)).toBeUndefined();
    expect(ids(mergeConversation(list(), one('d', 59), mine))).toEqual(['dab', 'c']);
  });

  it('leaves it to the API whether a new one has the words that are looked for', () => {
    const search = filterOf('all', 'jejum');
    expect(mergeConversation(list(), one('x', 59), search)).toBeUndefined();
    expect(ids(mergeConversation(list(), one('d', 59), search))).toEqual(['ab', 'cd']);
  });
});
