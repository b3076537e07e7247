import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { languageStore } from '../../../lib/i18n/language';
import { useTenantId } from '../../../lib/session/use-session';
import { useStore } from '../../../lib/use-store';
import { flowKeys, flowsKey } from './keys';
import { flowRequests } from './requests';
import type { FileFormat } from './shapes';

/** Counters of runs move without a word of the server. */
const COUNTERS_MS = 15_000;

export function useFlows() {
  return useQuery({
    queryKey: flowKeys.list(useTenantId()),
    queryFn: ({ signal }) => flowRequests.list(signal),
    refetchInterval: COUNTERS_MS,
  });
}

export function useFlow(id: string) {
  return useQuery({
    queryKey: flowKeys.one(useTenantId(), id),
    queryFn: ({ signal }) => flowRequests.one(id, signal),
    // An editor elsewhere saves as somebody types.
    refetchOnMount: 'always',
  });
}

export function useTemplates(enabled: boolean) {
  const language = useStore(languageStore);
  return useQuery({
    queryKey: flowKeys.templates(useTenantId(), language),
    queryFn: ({ signal }) => flowRequests.templates(signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}

/** A change after which everything about automations is asked for again. */
export function useFlowChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const queryKey = flowsKey(useTenantId());
  return useMutation({
    mutationFn: change,
    onSuccess: () => void queries.invalidateQueries({ queryKey }),
  });
}

export const useCreateFlow = () => useFlowChange(flowRequests.create);
export const useRemoveFlow = () =>
  useFlowChange(({ id, force }: { id: string; force: boolean }) => flowRequests.remove(id, force));
export const useRenameFlow = () =>
  useFlowChange(({ id, name }: { id: string; name: string }) => flowRequests.rename(id, name));
export const useDuplicateFlow = () =>
  useFlowChange(({ id, name }: { id: string; name: string }) => flowRequests.duplicate(id, name));
export const useSwitchFlow = () =>
  useFlowChange(({ id, on }: { id: string; on: boolean }) =>
    on ? flowRequests.resume(id) : flowRequests.pause(id),
  );

export interface FileToBring {
  format: FileFormat;
  document: unknown;
  name: string;
}

/** What would come of a file. Nothing is saved. */
export function useTryImport() {
  return useMutation({
    mutationFn: ({ format, document }: FileToBring) => flowRequests.bring({ format, document, dryRun: true }),
  });
}

export const useImport = () =>
  useFlowChange(({ format, document, name }: FileToBring) =>
    flowRequests.bring({ format, document, dryRun: false, ...(name === '' ? {} : { name }) }),
  );
