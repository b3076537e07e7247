import type { Query, QueryClient } from '@tanstack/react-query';
import { answerInFlight } from '../../../lib/api/in-flight';
import type { Conversation } from '../../../lib/api/types';
import type { ConversationFilter } from '../lib/conversation-filter';
import { type ConversationPages, mergeConversation } from '../lib/merge-conversation';
import { conversationKeys } from './conversation-keys';

/** Puts a conversation that changed where it is shown: its own page, and every list. */
export function storeConversation(queries: QueryClient, tenantId: string, conversation: Conversation): void {
  queries.setQueryData(conversationKeys.one(tenantId, conversation.id), conversation);
  const lists = queries.getQueryCache().findAll({ queryKey: conversationKeys.lists(tenantId) });
  for (const list of lists) {
    if (list.state.fetchStatus === 'fetching') void askAgainAfter(queries, list);
    const pages = list.state.data as ConversationPages | undefined;
    if (pages === undefined) continue;
    // The third part of a list's key is what it asked for; see conversationKeys.list.
    const merged = mergeConversation(pages, conversation, list.queryKey[2] as ConversationFilter);
    if (merged === undefined) void queries.invalidateQueries({ queryKey: list.queryKey, exact: true });
    else if (merged !== pages) queries.setQueryData(list.queryKey, merged);
  }
}

const waiting = new WeakSet<Query>();

/** Once, however much changes until the answer is there: a stream of changes must not keep a list waiting. */
async function askAgainAfter(queries: QueryClient, list: Query): Promise<void> {
  if (waiting.has(list)) return;
  waiting.add(list);
  await answerInFlight(queries, list.queryKey);
  waiting.delete(list);
  await queries.invalidateQueries({ queryKey: list.queryKey, exact: true });
}
