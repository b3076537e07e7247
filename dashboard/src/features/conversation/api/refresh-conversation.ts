import type { QueryClient } from '@tanstack/react-query';
import { answerInFlight } from '../../../lib/api/in-flight';
import { conversationQuery } from './conversation-query';
import { storeConversation } from './store-conversation';

/** Fetches one conversation and puts it wherever it is shown. */
export async function refreshConversation(queries: QueryClient, tenantId: string, id: string): Promise<void> {
  const query = conversationQuery(tenantId, id);
  await answerInFlight(queries, query.queryKey);
  const conversation = await queries.query({ ...query, staleTime: 0 });
  storeConversation(queries, tenantId, conversation);
}
