import { jest } from '@jest/globals';
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import type { ConversationPage } from '../../../lib/api/types';
import { aConversation, saidAt } from '../lib/fixtures';
import type { ConversationPages } from '../lib/merge-conversation';
import { conversationKeys } from './conversation-keys';
import { storeConversation } from './store-conversation';

const FILTER = { state: 'IA_ATIVA', resolved: 'false' } as const;
const NEW = aConversation({ id: 'new', lastMessage: saidAt('2026-11-20T12:05:00.000Z') });

describe('a conversation that changes while its list is being fetched', () => {
  const queryKey = conversationKeys.list('t', FILTER);
  const page = (...items: ConversationPage['items']): ConversationPage => ({ items, nextCursor: null });
  let answers: ((page: ConversationPage) => void)[];
  let queries: QueryClient;
  let stop: () => void;
  const shown = () =>
    queries
      .getQueryData<ConversationPages>(queryKey)
      ?.pages.flatMap(({ items }) => items.map(({ id }) => id));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

  beforeEach(() => {
    answers = [];
    queries = new QueryClient();
    const observer = new InfiniteQueryObserver(queries, {
      queryKey,
      queryFn: jest.fn(() => new Promise<ConversationPage>((resolve) => answers.push(resolve))),
      initialPageParam: undefined,
      getNextPageParam: () => undefined,
    });
    stop = observer.subscribe(() => undefined);
  });
  afterEach(() => {
    stop();
    queries.clear();
  });

  it('is in it in the end, though the answer was older', async () => {
    storeConversation(queries, 't', NEW);
    answers[0]?.(page());
    await settle();
    expect(answers).toHaveLength(2);
    answers[1]?.(page(NEW));
    await settle();
    expect(shown()).toEqual(['new']);
  });

  it('costs one more fetch, however often it changes', async () => {
    for (let change = 0; change < 5; change += 1) storeConversation(queries, 't', NEW);
    answers[0]?.(page());
    await settle();
    expect(answers).toHaveLength(2);
    answers[1]?.(page(NEW));
    await settle();
    expect(answers).toHaveLength(2);
  });

  it('costs none when nothing is on its way', async () => {
    answers[0]?.(page());
    await settle();
    storeConversation(queries, 't', NEW);
    await settle();
    expect(answers).toHaveLength(1);
    expect(shown()).toEqual(['new']);
  });
});
