import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { referencesKey } from '../../../lib/api/tag-queries';
import { useTenantId } from '../../../lib/session/use-session';
import type { FormBody } from '../lib/form-draft';

/** No live event tells that a form was sent. */
const ASK_AGAIN_MS = 10_000;

const formKeys = {
  all: (tenantId: string) => [tenantId, 'forms'] as const,
  submissions: (tenantId: string, id: string) => [tenantId, 'forms', id, 'submissions'] as const,
};

export function useForms() {
  return useQuery({
    queryKey: formKeys.all(useTenantId()),
    queryFn: async ({ signal }) => (await call(api.GET('/api/v1/forms', { signal }))).items,
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** What was sent with a form, the newest first. */
export function useSubmissions(id: string) {
  return useInfiniteQuery({
    queryKey: formKeys.submissions(useTenantId(), id),
    queryFn: ({ pageParam, signal }) =>
      call(
        api.GET('/api/v1/forms/{id}/submissions', {
          params: { path: { id }, query: pageParam === undefined ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** Without an id it is a new one. */
export function useSaveForm() {
  const changed = useFormsChanged();
  return useMutation({
    mutationFn: ({ id, body }: { id: string | undefined; body: FormBody }) =>
      id === undefined
        ? call(api.POST('/api/v1/forms', { body }))
        : call(api.PUT('/api/v1/forms/{id}', { params: { path: { id } }, body })),
    onSuccess: changed,
  });
}

export function useRemoveForm() {
  const changed = useFormsChanged();
  return useMutation({
    mutationFn: (id: string) => call(api.DELETE('/api/v1/forms/{id}', { params: { path: { id } } })),
    onSuccess: changed,
  });
}

function useFormsChanged() {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return async () => {
    void queries.invalidateQueries({ queryKey: referencesKey(tenantId) });
    // Not what was sent with it: a form that is gone has none to ask for.
    await queries.invalidateQueries({ queryKey: formKeys.all(tenantId), exact: true });
  };
}
