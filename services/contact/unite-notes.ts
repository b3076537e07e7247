import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { missingFields, same } from '../../domain/contact/fields';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Contact } from '../../prisma/generated/client';
import { asObject } from './lock-contact';
import type { Moved } from './moved';

type Notes = Pick<Moved, 'tags' | 'fields'>;

/**
 * Gives the contact that is left the tags and fields of the other; where both have a field, its own stays. The other
 * keeps what it had, for the undo. Nothing begins by it: nobody has added a tag.
 */
export async function uniteNotes(
  tx: Transaction,
  tenantId: string,
  contact: Contact,
  into: Contact,
): Promise<Notes> {
  const rows = await tx.contactTag.findMany({
    where: { tenantId, contactId: { in: [contact.id, into.id] } },
  });
  const known = new Set(rows.flatMap(({ contactId, tagId }) => (contactId === into.id ? tagId : [])));
  const missing = rows.filter(({ contactId, tagId }) => contactId === contact.id && !known.has(tagId));
  const tags = missing.map(({ tagId }) => ({ id: newId(), tenantId, contactId: into.id, tagId }));
  if (tags.length > 0) await tx.contactTag.createMany({ data: tags });

  const own = asObject(into.fields);
  const fields = missingFields(asObject(contact.fields), own);
  if (Object.keys(fields).length > 0) {
    await tx.contact.update({ where: { id: into.id }, data: { fields: { ...own, ...fields } } });
  }
  return { tags: tags.map(({ id }) => id), fields };
}

/** Takes back what a merge gave; what was changed since stays. */
export async function partNotes(
  tx: Transaction,
  tenantId: string,
  into: Contact,
  moved: Notes,
): Promise<void> {
  await tx.contactTag.deleteMany({ where: { tenantId, contactId: into.id, id: { in: moved.tags } } });
  const fields = asObject(into.fields);
  const left = without(fields, moved.fields);
  if (Object.keys(left).length < Object.keys(fields).length) {
    await tx.contact.update({ where: { id: into.id }, data: { fields: left } });
  }
}

/** What is not as it was given. */
export function without(fields: FlowObject, given: FlowObject): FlowObject {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => !same(value, given[name])));
}
