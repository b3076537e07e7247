import { useQuery } from '@tanstack/react-query';
import { useTenantId } from '../../../lib/session/use-session';
import { flowKeys } from './keys';
import { flowRequests } from './requests';
import type { InFlight } from './shapes';
import { useFlowChange } from './use-flows';

export function useVersions(id: string) {
  return useQuery({
    queryKey: flowKeys.versions(useTenantId(), id),
    queryFn: ({ signal }) => flowRequests.versions(id, signal),
  });
}

/** A version never changes. */
export function useVersion(id: string, number: number | null | undefined) {
  return useQuery({
    queryKey: flowKeys.version(useTenantId(), id, number ?? 0),
    queryFn: ({ signal }) => flowRequests.version(id, number ?? 0, signal),
    enabled: typeof number === 'number' && number > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const useRestore = (id: string) => useFlowChange((number: number) => flowRequests.restore(id, number));

export const usePublish = (id: string) =>
  useFlowChange((body: { name: string; note: string; runs: InFlight }) => flowRequests.publish(id, body));
