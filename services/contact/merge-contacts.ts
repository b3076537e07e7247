import { newId } from '../../config/new-id';
import type { Transaction } from '../../adapters/postgres/database';
import { ConflictError, ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { Contact, Conversation } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { joinConversations, type Rewriting } from './join-conversations';
import type { Moved } from './moved';
import { tellWorkflows } from './tell-workflows';
import { uniteNotes } from './unite-notes';

export interface MergeOrder {
  /** The contact that is no more after it. */
  contactId: string;
  /** The one that is left. */
  intoId: string;
  /** Null: a message of the provider named both. */
  userId: string | null;
}

/**
 * Makes two contacts one: identities and conversations of the one go to the other, and where both have a conversation
 * on a channel, the surviving contact's has all messages. Any message that comes meanwhile waits for it. Doing it
 * again changes nothing.
 *
 * @returns the merge, to be undone by
 * @throws NotFoundError for contacts that are not this tenant's
 * @throws ValidationError for a contact with itself, or with a group
 * @throws ConflictError contact_merged
 */
export async function mergeContacts(
  deps: Pick<Deps, 'db' | 'workflows' | 'live' | 'log'>,
  ctx: { tenantId: string },
  order: MergeOrder,
): Promise<{ mergeId: string }> {
  const { tenantId } = ctx;
  if (order.contactId === order.intoId) throw notTheseTwo('A contact is itself already');
  const done = await deps.db.withTenant(tenantId, (tx) => merge(tx, tenantId, order));
  await tellWorkflows(deps, tenantId, done);
  return { mergeId: done.mergeId };
}

interface Done {
  mergeId: string;
  rewritten: Rewriting[];
  mergedAway: string[];
}

async function merge(tx: Transaction, tenantId: string, order: MergeOrder): Promise<Done> {
  const { contactId, intoId, userId } = order;
  const [contact, into] = await lockContacts(tx, tenantId, contactId, intoId);
  if (contact.mergedIntoId === intoId) {
    const known = await tx.contactMerge.findFirst({ where: { tenantId, contactId, intoId, undoneAt: null } });
    if (known !== null) return { mergeId: known.id, rewritten: [], mergedAway: [] };
  }
  if (contact.mergedIntoId !== null || into.mergedIntoId !== null) {
    throw new ConflictError(ErrorCode.contact_merged, 'One of the contacts was merged into another');
  }
  const mergeId = newId();
  const moved: Moved = {
    identities: await moveIdentities(tx, tenantId, order),
    handedOn: [],
    joined: [],
    ...(await uniteNotes(tx, tenantId, contact, into)),
  };
  const rewritten: Rewriting[] = [];
  const conversations = await lockConversations(tx, tenantId, [contactId, intoId]);
  for (const from of conversations.filter((one) => one.contactId === contactId)) {
    const other = conversations.find((one) => one.contactId === intoId && one.channelId === from.channelId);
    if (other === undefined) {
      await tx.conversation.update({ where: { id: from.id }, data: { contactId: intoId } });
      moved.handedOn.push(from.id);
    } else {
      const joined = await joinConversations(tx, { tenantId, mergeId, userId, from, into: other });
      moved.joined.push(joined.pair);
      rewritten.push(joined.rewriting);
    }
  }
  await tx.contact.update({ where: { id: contactId }, data: { mergedIntoId: intoId } });
  if (into.name === null && contact.name !== null) {
    await tx.contact.update({ where: { id: intoId }, data: { name: contact.name } });
  }
  // A colleague is one under every name.
  if (contact.internal) await tx.contact.update({ where: { id: intoId }, data: { internal: true } });
  const cause = userId === null ? 'provider' : 'person';
  await tx.contactMerge.create({
    data: { id: mergeId, tenantId, contactId, intoId, cause, userId, moved },
  });
  return { mergeId, rewritten, mergedAway: moved.joined.map(({ fromId }) => fromId) };
}

/** In one order for all, so that two merges of the same two wait for each other. */
export async function lockContacts(
  tx: Transaction,
  tenantId: string,
  contactId: string,
  intoId: string,
): Promise<[Contact, Contact]> {
  await tx.$executeRaw`
    SELECT FROM contacts WHERE tenant_id = ${tenantId}::uuid AND id IN (${contactId}::uuid, ${intoId}::uuid)
     ORDER BY id FOR UPDATE`;
  const found = await tx.contact.findMany({
    where: { tenantId, id: { in: [contactId, intoId] } },
    include: { identities: { where: { kind: 'group' } } },
  });
  const contact = found.find(({ id }) => id === contactId);
  const into = found.find(({ id }) => id === intoId);
  if (contact === undefined || into === undefined) throw new NotFoundError('Contact');
  if (found.some(({ identities }) => identities.length > 0)) throw notTheseTwo('A group is no person');
  return [contact, into];
}

export async function lockConversations(
  tx: Transaction,
  tenantId: string,
  contactIds: string[],
): Promise<Conversation[]> {
  await tx.$executeRaw`
    SELECT FROM conversations WHERE tenant_id = ${tenantId}::uuid AND contact_id = ANY(${contactIds}::uuid[])
     ORDER BY id FOR UPDATE`;
  return tx.conversation.findMany({
    where: { tenantId, contactId: { in: contactIds }, mergedIntoId: null },
    orderBy: { id: 'asc' },
  });
}

async function moveIdentities(tx: Transaction, tenantId: string, order: MergeOrder): Promise<string[]> {
  const where = { tenantId, contactId: order.contactId };
  const identities = await tx.contactIdentity.findMany({ where, select: { id: true } });
  await tx.contactIdentity.updateMany({ where, data: { contactId: order.intoId } });
  return identities.map(({ id }) => id);
}

function notTheseTwo(message: string): ValidationError {
  return new ValidationError(ErrorCode.validation_failed, message, {
    details: { fields: [{ path: 'into', message }] },
  });
}
