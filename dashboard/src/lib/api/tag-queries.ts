import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

/** Where whoever draws automations chooses among tags, forms and credentials. */
export const referencesKey = (tenantId: string) => [tenantId, 'flow-references'] as const;
export const tagsKey = (tenantId: string) => [tenantId, 'tags'] as const;

export function useTags() {
  return useQuery({
    queryKey: tagsKey(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/tags', { signal }))).items,
  });
}

export interface TagInput {
  /** Without it, it is a new one. */
  id: string | undefined;
  name: string;
  /** #rrggbb */
  color: string;
}

/** Makes or changes a tag. Contacts that are on the page show it as it is then. */
export function useSaveTag() {
  const changed = useTagsChanged();
  return useMutation({
    mutationFn: ({ id, ...body }: TagInput) =>
      id === undefined
        ? call(api.POST('/api/v1/tags', { body }))
        : call(api.PUT('/api/v1/tags/{id}', { params: { path: { id } }, body })),
    onSuccess: changed,
  });
}

export function useRemoveTag() {
  const changed = useTagsChanged();
  return useMutation({
    mutationFn: (id: string) => call(api.DELETE('/api/v1/tags/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
}

function useTagsChanged() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return async () => {
    void queries.invalidateQueries({ queryKey: [tenantId, 'contact'] });
    void queries.invalidateQueries({ queryKey: referencesKey(tenantId) });
    await queries.invalidateQueries({ queryKey: tagsKey(tenantId) });
  };
}
