import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '../../../components/use-error-toast';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';
import { refreshConversation } from './refresh-conversation';
import { refreshMessages } from './refresh-messages';

export type Order =
  | { type: 'takeOver'; reason?: string }
  /** `uptoSeq`: the customer's newest message as it was shown. */
  | { type: 'returnToAi'; answerPending: boolean; uptoSeq: number }
  | { type: 'extend'; ms: number }
  | { type: 'resolve'; uptoSeq: number };

/** Who speaks is decided by the server: nothing changes here before it has said so. */
export function useOrder(id: string) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (order: Order) => {
      await send(id, order);
      void queries.invalidateQueries({ queryKey: conversationKeys.counts(tenantId) });
      refreshMessages(queries, tenantId, id).catch(() => undefined);
      await refreshConversation(queries, tenantId, id);
    },
    onError: useErrorToast(),
  });
}

function send(id: string, order: Order): Promise<unknown> {
  const params = { path: { id } };
  switch (order.type) {
    case 'takeOver':
      return call(
        api.POST('/api/v1/conversations/{id}/take-over', {
          params,
          body: order.reason === undefined ? {} : { reason: order.reason },
        }),
      );
    case 'extend':
      return call(api.POST('/api/v1/conversations/{id}/extend', { params, body: { ms: order.ms } }));
    case 'returnToAi':
      return call(
        api.POST('/api/v1/conversations/{id}/return-to-ai', {
          params,
          body: { answerPending: order.answerPending, uptoSeq: order.uptoSeq },
        }),
      );
    case 'resolve':
      return call(
        api.POST('/api/v1/conversations/{id}/resolve', { params, body: { uptoSeq: order.uptoSeq } }),
      );
  }
}
