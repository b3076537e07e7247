import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { AlertSettings } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

const alertsKey = (tenantId: string) => [tenantId, 'alerts'] as const;

export function useAlerts() {
  return useQuery({
    queryKey: alertsKey(useTenantId()),
    queryFn: ({ signal }) => call(api.GET('/api/v1/config/alerts', { signal })),
  });
}

export function useSaveAlerts() {
  const queries = useQueryClient();
  const queryKey = alertsKey(useTenantId());
  return useMutation({
    mutationFn: (body: AlertSettings) => call(api.PUT('/api/v1/config/alerts', { body })),
    onSuccess: (saved) => queries.setQueryData(queryKey, saved),
  });
}
