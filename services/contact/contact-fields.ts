import { changeFields } from '../../domain/contact/fields';
import { NotFoundError } from '../../domain/errors';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { asObject, lockContact } from './lock-contact';

/**
 * Sets some of a contact's fields and keeps the others; null takes one away. The same again changes nothing.
 *
 * @param options.replace what is not named is taken away
 * @returns all of them, and the names of those that changed
 * @throws NotFoundError for a contact that is not this tenant's
 * @throws ValidationError beyond FIELD_LIMITS (domain/contact/fields.ts)
 */
export async function setContactFields(
  deps: Pick<Deps, 'db'>,
  { tenantId }: { tenantId: string },
  order: { contactId: string; set: FlowObject },
  options: { replace: boolean } = { replace: false },
): Promise<{ fields: FlowObject; changed: string[] }> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const contact = await lockContact(tx, tenantId, order.contactId);
    const before = asObject(contact.fields);
    const gone = options.replace ? Object.fromEntries(Object.keys(before).map((name) => [name, null])) : {};
    const change = changeFields(before, { ...gone, ...order.set });
    if (change.changed.length > 0) {
      await tx.contact.update({ where: { id: contact.id }, data: { fields: change.fields } });
    }
    return change;
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
