import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { paths } from '../../../lib/api/generated';
import { teamKeys } from '../../../lib/api/team-queries';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';
import { refreshConversation } from './refresh-conversation';
import { refreshMessages } from './refresh-messages';

export type Transfer = NonNullable<
  paths['/api/v1/conversations/{id}/transfer']['post']['requestBody']
>['content']['application/json'];

/** `key` makes it one transfer, however often it is sent. */
export function useTransfer(id: string) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, key }: { body: Transfer; key: string }) => {
      await call(
        api.POST('/api/v1/conversations/{id}/transfer', {
          params: { path: { id } },
          body,
          headers: { 'idempotency-key': key },
        }),
      );
      void queries.invalidateQueries({ queryKey: conversationKeys.counts(tenantId) });
      void queries.invalidateQueries({ queryKey: teamKeys.numbers(tenantId) });
      refreshMessages(queries, tenantId, id).catch(() => undefined);
      await refreshConversation(queries, tenantId, id);
    },
  });
}
