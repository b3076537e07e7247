import type { QueryClient } from '@tanstack/react-query';
import { conversationQuery } from './conversation-query';
import { storeConversation } from './store-conversation';

/** Fetches one conversation and puts it wherever it is shown. */
export async function refreshConversation(queries: QueryClient, tenantId: string, id: string): Promise<void> {
  const conversation = await queries.query({ ...conversationQuery(tenantId, id), staleTime: 0 });
  storeConversation(queries, tenantId, conversation);
}
