import type { Transaction } from '../../adapters/postgres/database';
import { NotFoundError } from '../../domain/errors';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Contact } from '../../prisma/generated/client';

/** Merges of merges: no chain is longer in life. */
const MAX_MERGES = 20;

/**
 * A contact's row, locked; of one that was merged, that of whom it is now. So what automations note about a contact
 * is neither lost in a merge nor written twice.
 *
 * @throws NotFoundError for a contact that is not this tenant's
 */
export async function lockContact(tx: Transaction, tenantId: string, id: string): Promise<Contact> {
  let current = id;
  for (let step = 0; step < MAX_MERGES; step += 1) {
    await tx.$executeRaw`
      SELECT FROM contacts WHERE tenant_id = ${tenantId}::uuid AND id = ${current}::uuid FOR NO KEY UPDATE`;
    const contact = await tx.contact.findFirst({ where: { tenantId, id: current } });
    if (contact === null) break;
    if (contact.mergedIntoId === null) return contact;
    current = contact.mergedIntoId;
  }
  throw new NotFoundError('Contact');
}

/** A JSON column that only ever holds an object. */
export function asObject(json: unknown): FlowObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as FlowObject) : {};
}
