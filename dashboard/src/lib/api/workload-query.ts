import { useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

/** Who opens or closes a dashboard tells nobody: that is asked for by the clock (ms). */
const ASK_MS = 15_000;

export const workloadKey = (tenantId: string) => [tenantId, 'workload'] as const;

/** Who has how much to do right now. Conversations that change bring it up to date sooner. */
export function useWorkload() {
  return useQuery({
    queryKey: workloadKey(useTenantId()),
    queryFn: ({ signal }) => call(api.GET('/api/v1/workload', { signal })),
    refetchInterval: ASK_MS,
  });
}
