import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useErrorToast } from '../../../components/use-error-toast';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { contactKeys } from '../../../lib/api/contact-queries';
import { tagsKey } from '../../../lib/api/tag-queries';
import type { Contact } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';
import type { FieldChange } from '../lib/field-rows';

/** Puts tags on a contact and takes others off; what colleagues and automations do meanwhile stays. */
export function useChangeContactTags(contactId: string) {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  const toast = useErrorToast();
  const tagsChanged = () => queries.invalidateQueries({ queryKey: tagsKey(tenantId) });
  return useMutation({
    mutationFn: (body: { add?: string[]; remove?: string[] }) =>
      call(api.PATCH('/api/v1/contacts/{id}/tags', { params: { path: { id: contactId } }, body })),
    onSuccess: ({ items, revision }) => {
      queries.setQueryData<Contact>(
        contactKeys.one(tenantId, contactId),
        (contact) => contact && { ...contact, tags: items, revision },
      );
      void tagsChanged();
    },
    onError: (error) => {
      toast(error);
      // A tag that was offered here may be gone.
      void tagsChanged();
    },
  });
}

/**
 * Sets some of a contact's fields.
 *
 * @throws ApiError contact_changed when somebody else has changed one of them since it was seen
 */
export function useChangeContactFields(contactId: string) {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return useMutation({
    mutationFn: (body: FieldChange) =>
      call(api.PATCH('/api/v1/contacts/{id}/fields', { params: { path: { id: contactId } }, body })),
    onSuccess: ({ fields, revision }) =>
      queries.setQueryData<Contact>(
        contactKeys.one(tenantId, contactId),
        (contact) => contact && { ...contact, fields, revision },
      ),
  });
}
