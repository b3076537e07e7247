import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '../../../components/use-error-toast';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { contactKeys } from '../../../lib/api/contact-queries';
import { tagsKey } from '../../../lib/api/tag-queries';
import type { Contact } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

/** Gives a contact these tags and no others. */
export function useSetContactTags(contactId: string) {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: (tagIds: string[]) =>
      call(api.PUT('/api/v1/contacts/{id}/tags', { params: { path: { id: contactId } }, body: { tagIds } })),
    onSuccess: ({ items }) => {
      queries.setQueryData<Contact>(
        contactKeys.one(tenantId, contactId),
        (contact) => contact && { ...contact, tags: items },
      );
      void queries.invalidateQueries({ queryKey: tagsKey(tenantId) });
    },
    onError: useErrorToast(),
  });
}

/** Gives a contact these fields and no others. */
export function useSetContactFields(contactId: string) {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: (fields: Record<string, unknown>) =>
      call(
        api.PUT('/api/v1/contacts/{id}/fields', { params: { path: { id: contactId } }, body: { fields } }),
      ),
    onSuccess: ({ fields }) =>
      queries.setQueryData<Contact>(
        contactKeys.one(tenantId, contactId),
        (contact) => contact && { ...contact, fields },
      ),
  });
}
