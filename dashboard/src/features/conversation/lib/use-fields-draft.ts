import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../lib/api/api-error';
import { contactQuery } from '../../../lib/api/contact-queries';
import { useTenantId } from '../../../lib/session/use-session';
import { useChangeContactFields } from '../api/use-contact-notes';
import { changeOf, type FieldRow, rebase, rowsOf } from './field-rows';

/**
 * A contact's fields while they are changed. When somebody else has changed the same ones, what stands now comes in beside
 * what was written here, and saving again is a decision about it.
 */
export function useFieldsDraft(contactId: string, fields: Record<string, unknown>, onSaved: () => void) {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  const change = useChangeContactFields(contactId);
  const [read, setRead] = useState(fields);
  const [rows, setRows] = useState<FieldRow[]>(() => rowsOf(fields));
  const [state, setState] = useState<{ saving: boolean; error?: unknown; overtaken?: boolean }>({
    saving: false,
  });

  const written = rows.filter(({ name, text }) => name !== '' || text !== '');

  const save = async () => {
    setState({ saving: true });
    try {
      await change.mutateAsync(changeOf(written, read));
      onSaved();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'contact_changed') {
        setState({ saving: false, error });
        return;
      }
      try {
        const now = (await queries.query({ ...contactQuery(tenantId, contactId), staleTime: 0 })).fields;
        setRows(rebase(written, read, now));
        setRead(now);
        setState({ saving: false, overtaken: true });
      } catch (unread) {
        setState({ saving: false, error: unread });
      }
    }
  };
  return { rows, setRows, written, save, ...state };
}
