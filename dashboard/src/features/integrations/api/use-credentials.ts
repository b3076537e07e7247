import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { referencesKey } from '../../../lib/api/tag-queries';
import type { Credential } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

const credentialsKey = (tenantId: string) => [tenantId, 'credentials'] as const;

export function useCredentials() {
  return useQuery({
    queryKey: credentialsKey(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/credentials', { signal }))).items,
  });
}

export type CredentialBody = Pick<Credential, 'name' | 'type' | 'hosts' | 'keyName'> & {
  /** Left out in a change: it stays as it is. */
  secret?: string;
};

/** Without an id it is a new one. */
export function useSaveCredential() {
  const changed = useCredentialsChanged();
  return useMutation({
    mutationFn: ({ id, body }: { id: string | undefined; body: CredentialBody }) =>
      id === undefined
        ? call(api.POST('/api/v1/credentials', { body: { ...body, secret: body.secret ?? '' } }))
        : call(api.PUT('/api/v1/credentials/{id}', { params: { path: { id } }, body })),
    onSuccess: changed,
  });
}

export function useRemoveCredential() {
  const changed = useCredentialsChanged();
  return useMutation({
    mutationFn: (id: string) => call(api.DELETE('/api/v1/credentials/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
}

function useCredentialsChanged() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return async () => {
    void queries.invalidateQueries({ queryKey: referencesKey(tenantId) });
    await queries.invalidateQueries({ queryKey: credentialsKey(tenantId) });
  };
}
