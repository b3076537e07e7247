import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { serverNow } from '../../../lib/time/server-clock';
import { mergeMessage, type MessagePages } from '../lib/merge-messages';
import { dropPending, type PendingSend, putPending } from '../lib/pending-sends';
import { conversationKeys } from './conversation-keys';
import { refreshConversation } from './refresh-conversation';

/** The message shows at once, as under way; one that fails stays, to be tried again or taken back. */
export function useSendMessage(conversationId: string) {
  const tenantId = useTenantId();
  const queries = useQueryClient();

  const attempt = useCallback(
    async (send: PendingSend) => {
      putPending({ ...send, error: undefined });
      try {
        const message = await call(
          api.POST('/api/v1/conversations/{id}/messages', {
            params: { path: { id: send.conversationId } },
            body: { text: send.text },
            headers: { 'idempotency-key': send.key },
          }),
        );
        const queryKey = conversationKeys.messages(tenantId, send.conversationId);
        queries.setQueryData<MessagePages>(queryKey, (pages) => pages && mergeMessage(pages, message));
        dropPending(send.key);
        refreshConversation(queries, tenantId, send.conversationId).catch(() => undefined);
      } catch (error) {
        putPending({ ...send, error });
      }
    },
    [queries, tenantId],
  );

  return {
    send: useCallback(
      (text: string) => {
        // A few seconds back: the server's clock stamps the message, and this device's may run ahead.
        const createdAt = new Date(serverNow() - 3_000).toISOString();
        void attempt({ key: newKey(), conversationId, text, createdAt, error: undefined });
      },
      [attempt, conversationId],
    ),
    retry: attempt,
  };
}

/** randomUUID exists on https and localhost only. */
function newKey(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
