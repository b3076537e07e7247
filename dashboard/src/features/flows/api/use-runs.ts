import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTenantId } from '../../../lib/session/use-session';
import { isOver } from '../lib/trace';
import { flowKeys } from './keys';
import { flowRequests } from './requests';
import type { AllRunsFilter, RunFilter } from './shapes';
import { useFlowChange } from './use-flows';

/** Live events tell at once; this is for what they missed. */
const LIST_MS = 5_000;
const RUN_MS = 3_000;

export function useRuns(id: string, filter: RunFilter) {
  return useInfiniteQuery({
    queryKey: flowKeys.runsOf(useTenantId(), id, filter),
    queryFn: ({ pageParam, signal }) => flowRequests.runs(id, filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: LIST_MS,
  });
}

export function useAllRuns(filter: AllRunsFilter) {
  return useInfiniteQuery({
    queryKey: flowKeys.allRuns(useTenantId(), filter),
    queryFn: ({ pageParam, signal }) => flowRequests.allRuns(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: LIST_MS,
  });
}

export function useRun(runId: string) {
  return useQuery({
    queryKey: flowKeys.run(useTenantId(), runId),
    queryFn: ({ signal }) => flowRequests.run(runId, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data.status) ? false : RUN_MS),
  });
}

export function useFleet(id: string) {
  return useQuery({
    queryKey: flowKeys.fleet(useTenantId(), id),
    queryFn: ({ signal }) => flowRequests.fleet(id, signal),
    refetchInterval: LIST_MS,
  });
}

export function useFailures(id: string) {
  return useQuery({
    queryKey: flowKeys.failures(useTenantId(), id),
    queryFn: ({ signal }) => flowRequests.failures(id, signal),
  });
}

export const useCancelRun = () => useFlowChange(flowRequests.cancel);
export const useRepeatRun = () =>
  useFlowChange(({ runId, ...body }: { runId: string } & Parameters<typeof flowRequests.repeat>[1]) =>
    flowRequests.repeat(runId, body),
  );
