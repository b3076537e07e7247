import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { Agent } from '../../../lib/api/types';
import { teamKeys } from '../../../lib/api/team-queries';
import { useTenantId } from '../../../lib/session/use-session';

/** A change after which a list is fetched again. */
function useChange<Input>(list: keyof typeof teamKeys, change: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: teamKeys[list](tenantId) }),
  });
}

/** Without an id it is a new one. */
export function useSaveTeam() {
  return useChange(
    'teams',
    ({ id, ...body }: { id: string | undefined; name: string; memberIds: string[] }): Promise<unknown> =>
      id === undefined
        ? call(api.POST('/api/v1/teams', { body }))
        : call(api.PUT('/api/v1/teams/{id}', { params: { path: { id } }, body })),
  );
}

export function useRemoveTeam() {
  return useChange('teams', (id: string) =>
    call(api.DELETE('/api/v1/teams/{id}', { params: { path: { id } } })),
  );
}

export type AgentForm = Pick<Agent, 'name' | 'tone' | 'instructions' | 'confidenceThreshold'>;

export function useSaveAgent() {
  return useChange('agents', ({ id, ...body }: { id: string | undefined } & AgentForm): Promise<unknown> =>
    id === undefined
      ? call(api.POST('/api/v1/agents', { body }))
      : call(api.PUT('/api/v1/agents/{id}', { params: { path: { id } }, body })),
  );
}

export function useRemoveAgent() {
  return useChange('agents', (id: string) =>
    call(api.DELETE('/api/v1/agents/{id}', { params: { path: { id } } })),
  );
}

export function useReleaseNumber() {
  return useChange('numbers', (id: string) =>
    call(api.DELETE('/api/v1/internal-contacts/{id}', { params: { path: { id } } })),
  );
}
