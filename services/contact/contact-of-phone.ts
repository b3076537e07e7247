import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Contact } from '../../prisma/generated/client';
import { lockContact } from './lock-contact';

interface NewContact {
  /** As readPhone gives it. */
  phone: string;
  name: string | null;
  fields: FlowObject;
}

/**
 * The contact of a phone, its row locked; made if there is none. However many ask at once, one is made. Of one that was
 * merged it is whom it is now; one that is there is not changed.
 */
export async function contactOfPhone(
  tx: Transaction,
  tenantId: string,
  { phone, name, fields }: NewContact,
): Promise<{ contact: Contact; fresh: boolean }> {
  const identity = { kind: 'phone', value: phone };
  // As the first message of somebody does (lock_conversation_of): two at once find one contact.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${tenantId}::uuid::text || 'phone' || ${phone}, 0))`;
  const known = await tx.contactIdentity.findUnique({
    where: { tenantId_kind_value: { tenantId, ...identity } },
  });
  if (known !== null) return { contact: await lockContact(tx, tenantId, known.contactId), fresh: false };
  const contact = await tx.contact.create({ data: { id: newId(), tenantId, name, fields } });
  await tx.contactIdentity.create({ data: { tenantId, contactId: contact.id, ...identity } });
  return { contact, fresh: true };
}
