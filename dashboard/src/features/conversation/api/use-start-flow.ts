import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { refreshMessages } from './refresh-messages';

/** Automations that can begin now, the last changed first; `words` of their names. */
export function usePublishedFlows(words: string, enabled: boolean) {
  const tenantId = useTenantId();
  return useInfiniteQuery({
    queryKey: ['published-flows', tenantId, words],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        api.GET('/api/v1/automations', {
          params: {
            query: {
              status: 'active',
              limit: 30,
              ...(words === '' ? {} : { q: words }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** `key` makes it one run, however often it is sent. */
export function useStartFlow(conversationId: string) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ automationId, key }: { automationId: string; key: string }) => {
      await call(
        api.POST('/api/v1/conversations/{id}/flows', {
          params: { path: { id: conversationId } },
          body: { automationId },
          headers: { 'idempotency-key': key },
        }),
      );
      refreshMessages(queries, tenantId, conversationId).catch(() => undefined);
    },
  });
}
