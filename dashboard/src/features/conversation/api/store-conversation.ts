import type { QueryClient } from '@tanstack/react-query';
import type { Conversation } from '../../../lib/api/types';
import type { ConversationFilter } from '../lib/conversation-filter';
import { type ConversationPages, mergeConversation } from '../lib/merge-conversation';
import { conversationKeys } from './conversation-keys';

/** Puts a conversation that changed where it is shown: its own page, and every list. */
export function storeConversation(queries: QueryClient, tenantId: string, conversation: Conversation): void {
  queries.setQueryData(conversationKeys.one(tenantId, conversation.id), conversation);
  const lists = queries.getQueriesData<ConversationPages>({ queryKey: conversationKeys.lists(tenantId) });
  for (const [queryKey, pages] of lists) {
    if (pages === undefined) continue;
    // The third part of a list's key is what it asked for; see conversationKeys.list.
    const merged = mergeConversation(pages, conversation, queryKey[2] as ConversationFilter);
    if (merged === undefined) void queries.invalidateQueries({ queryKey, exact: true });
    else if (merged !== pages) queries.setQueryData(queryKey, merged);
  }
}
