import { ConflictError } from '../../domain/errors';
import type { Deps } from '../deps';
import { mergeContacts } from './merge-contacts';

/**
 * One message of the provider bore names of several contacts: they are one person. The contact whose name was known
 * first is left. Another webhook may be doing the same; whoever comes second finds it done.
 */
export async function mergeByProvider(
  deps: Pick<Deps, 'db' | 'workflows' | 'live' | 'log'>,
  tenantId: string,
  contacts: string[],
): Promise<void> {
  const [intoId, ...others] = contacts;
  if (intoId === undefined) return;
  for (const contactId of others) {
    try {
      await mergeContacts(deps, { tenantId }, { contactId, intoId, userId: null });
      deps.log.info({ contactId, intoId }, 'two contacts were one person');
    } catch (error) {
      // The next message that names both comes here again, with what is left of it.
      if (!(error instanceof ConflictError)) throw error;
      deps.log.info({ contactId, intoId }, 'two contacts were merged by somebody else meanwhile');
    }
  }
}
