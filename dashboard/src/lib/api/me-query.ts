import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

export function meQuery(tenantId: string) {
  return queryOptions({
    queryKey: [tenantId, 'me'],
    queryFn: ({ signal }) => call(api.GET('/api/v1/me', { signal })),
    staleTime: 5 * 60_000,
  });
}

export function useMe() {
  return useQuery(meQuery(useTenantId()));
}
