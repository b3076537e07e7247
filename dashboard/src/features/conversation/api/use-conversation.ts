import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTenantId } from '../../../lib/session/use-session';
import type { ConversationPages } from '../lib/merge-conversation';
import { conversationKeys } from './conversation-keys';
import { conversationQuery } from './conversation-query';

/** One conversation; until it is fetched, as a list has it. */
export function useConversation(id: string) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  return useQuery({
    ...conversationQuery(tenantId, id),
    placeholderData: () =>
      queries
        .getQueriesData<ConversationPages>({ queryKey: conversationKeys.lists(tenantId) })
        .flatMap(([, data]) => data?.pages ?? [])
        .flatMap((page) => page.items)
        .find((conversation) => conversation.id === id),
  });
}
