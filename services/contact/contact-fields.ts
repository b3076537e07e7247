import { changeFields, overtakenFields } from '../../domain/contact/fields';
import { NotFoundError } from '../../domain/errors';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { contactChanged, refuseOlderRevision } from './contact-changed';
import { asObject, lockContact } from './lock-contact';

interface FieldsOrder {
  contactId: string;
  /** null takes one away. */
  set: FlowObject;
  /** What the writer has read of these fields, null for none. Without it, what stands is written over. */
  seen?: FlowObject | undefined;
  /** What is not named is taken away. */
  replace?: boolean;
  /** Of the contact that the writer has read. */
  revision?: number | undefined;
}

/**
 * Sets some of a contact's fields and keeps the others. The same again changes nothing; all of it is set or none.
 *
 * @returns all of them, the names of those that changed, and the contact's revision
 * @throws NotFoundError for a contact that is not this tenant's
 * @throws ConflictError contact_changed: a field is not what was `seen`, or the revision is not the newest
 * @throws ValidationError beyond FIELD_LIMITS (domain/contact/fields.ts)
 */
export async function setContactFields(
  deps: Pick<Deps, 'db'>,
  { tenantId }: { tenantId: string },
  order: FieldsOrder,
): Promise<{ fields: FlowObject; changed: string[]; revision: number }> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const contact = await lockContact(tx, tenantId, order.contactId);
    refuseOlderRevision(contact, order);
    const before = asObject(contact.fields);
    const overtaken = overtakenFields(before, order.set, order.seen ?? {});
    if (overtaken.length > 0) throw contactChanged(contact, overtaken);
    const gone =
      order.replace === true ? Object.fromEntries(Object.keys(before).map((name) => [name, null])) : {};
    const { fields, changed } = changeFields(before, { ...gone, ...order.set });
    if (changed.length === 0) return { fields, changed, revision: contact.revision };
    const { revision } = await tx.contact.update({ where: { id: contact.id }, data: { fields } });
    return { fields, changed, revision };
  });
}

/**
 * The same for what automations keep in a conversation. One that was merged is the one it was merged into.
 *
 * @throws NotFoundError for a conversation that is not this tenant's
 * @throws ValidationError beyond FIELD_LIMITS
 */
export async function setConversationVariables(
  deps: Pick<Deps, 'db'>,
  { tenantId }: { tenantId: string },
  order: { conversationId: string; set: FlowObject },
): Promise<{ variables: FlowObject; changed: string[] }> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const lock = async (id: string) => {
      await tx.$executeRaw`
        SELECT FROM conversations WHERE tenant_id = ${tenantId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
      return tx.conversation.findFirst({
        where: { tenantId, id },
        select: { id: true, mergedIntoId: true, variables: true },
      });
    };
    let conversation = await lock(order.conversationId);
    while (conversation !== null && conversation.mergedIntoId !== null) {
      conversation = await lock(conversation.mergedIntoId);
    }
    if (conversation === null) throw new NotFoundError('Conversation');
    const { fields, changed } = changeFields(asObject(conversation.variables), order.set);
    if (changed.length > 0) {
      await tx.conversation.update({ where: { id: conversation.id }, data: { variables: fields } });
    }
    return { variables: fields, changed };
  });
}
