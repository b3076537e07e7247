import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '../../../components/use-error-toast';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';

type Change = { type: 'merge'; id: string; into: string } | { type: 'undo'; mergeId: string };

/** Joins two contacts or parts them again. Conversations, names and counts may all be others then: asked anew. */
export function useMerge() {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      await send(change);
      await queries.invalidateQueries({ queryKey: [tenantId] });
    },
    onError: useErrorToast(),
  });
}

async function send(change: Change): Promise<void> {
  if (change.type === 'undo') {
    await call(api.POST('/api/v1/contacts/merges/{id}/undo', { params: { path: { id: change.mergeId } } }));
    return;
  }
  const { id, into } = change;
  await call(api.POST('/api/v1/contacts/{id}/merge', { params: { path: { id } }, body: { into } }));
}
