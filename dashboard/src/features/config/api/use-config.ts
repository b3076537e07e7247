import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';

export const configKey = (tenantId: string) => [tenantId, 'config'] as const;

export function useConfig() {
  return useQuery({
    queryKey: configKey(useTenantId()),
    queryFn: ({ signal }) => call(api.GET('/api/v1/config', { signal })),
  });
}
