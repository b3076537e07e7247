import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

export const channelsKey = (tenantId: string) => [tenantId, 'channels'] as const;

/** The numbers of the account: shown on their own page, counted in the shell, looked up by conversations. */
export function channelsQuery(tenantId: string) {
  return queryOptions({
    queryKey: channelsKey(tenantId),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/whatsapp/instances', { signal }))).items,
  });
}

export function useChannels() {
  return useQuery(channelsQuery(useTenantId()));
}
