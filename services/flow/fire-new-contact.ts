import type { StoredMessage } from '../conversation/ingest-message';
import type { Deps } from '../deps';
import { fireEvents } from './note-flow-event';

/**
 * Begins the automations that wait for the contact a stored message made, once each, however often the message is
 * delivered. Asks nothing of the database where there is none. What cannot begin now is left to the sweep; nothing is
 * thrown, for the message itself is stored and accepted.
 */
export async function fireNewContact(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  tenantId: string,
  { conversationId, newContact }: Pick<StoredMessage, 'conversationId' | 'newContact'>,
): Promise<void> {
  if (newContact === undefined) return;
  await fireEvents(deps, [{ tenantId, kind: 'contact_created', conversationId, ...newContact }]);
}
