import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '../../../components/use-error-toast';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { Conversation, Priority } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';
import { storeConversation } from './store-conversation';

/** Shown at once, and taken back where the server refuses. */
export function useSetPriority(conversation: Conversation) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  const tellError = useErrorToast();
  return useMutation({
    mutationFn: (priority: Priority) => {
      storeConversation(queries, tenantId, { ...conversation, priority });
      return call(
        api.PUT('/api/v1/conversations/{id}/priority', {
          params: { path: { id: conversation.id } },
          body: { priority },
        }),
      );
    },
    onError: (error) => {
      storeConversation(queries, tenantId, conversation);
      tellError(error);
    },
  });
}
