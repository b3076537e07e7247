import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';

/** Why something was said; it never changes. */
export function useTurn(conversationId: string, turnId: string) {
  return useQuery({
    queryKey: conversationKeys.turn(useTenantId(), conversationId, turnId),
    queryFn: ({ signal }) =>
      call(
        api.GET('/api/v1/conversations/{id}/turns/{turnId}', {
          params: { path: { id: conversationId, turnId } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
