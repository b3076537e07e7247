import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';

const PATH = '/api/v1/integrations/chatwoot';
export const chatwootKey = (tenantId: string) => [tenantId, 'chatwoot'] as const;

/** The connection; null when there is none. */
export function useChatwoot() {
  return useQuery({
    queryKey: chatwootKey(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET(PATH, { signal }))).connection,
  });
}

export interface ChatwootBody {
  baseUrl: string;
  accountId: number;
  /** Left out: it stays as it is. */
  token?: string;
}

export function useConnectChatwoot() {
  const queries = useQueryClient();
  const key = chatwootKey(useTenantId());
  return useMutation({
    mutationFn: (body: ChatwootBody) => call(api.PUT(PATH, { body })),
    onSuccess: ({ connection }) => queries.setQueryData(key, connection),
  });
}

export function useDisconnectChatwoot() {
  const queries = useQueryClient();
  const key = chatwootKey(useTenantId());
  return useMutation({
    mutationFn: () => call(api.DELETE(PATH)),
    onSuccess: () => queries.setQueryData(key, null),
  });
}
