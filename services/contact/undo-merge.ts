import type { Transaction } from '../../adapters/postgres/database';
import { ConflictError, ErrorCode, NotFoundError } from '../../domain/errors';
import type { ContactMerge } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import type { Rewriting } from './join-conversations';
import { lockContacts } from './merge-contacts';
import { movedSchema } from './moved';
import { partConversations } from './part-conversations';
import { tellWorkflows } from './tell-workflows';
import { partNotes } from './unite-notes';

/**
 * Parts two contacts again: what the merge moved goes back, what came since stays with the contact that was left.
 *
 * @throws NotFoundError for a merge that is not this tenant's
 * @throws ConflictError merge_not_undoable: undone already, or a later merge builds upon it
 */
export async function undoMerge(
  deps: Pick<Deps, 'db' | 'workflows' | 'live' | 'log'>,
  ctx: Pick<TenantContext, 'tenantId' | 'userId'>,
  mergeId: string,
): Promise<void> {
  const { tenantId } = ctx;
  const { rewritten, touched } = await deps.db.withTenant(tenantId, (tx) => undo(tx, ctx, mergeId));
  await tellWorkflows(deps, tenantId, { rewritten, mergedAway: [] });
  for (const conversationId of touched) {
    deps.live.publish(tenantId, { type: 'conversation', conversationId });
  }
}

async function undo(
  tx: Transaction,
  { tenantId, userId }: Pick<TenantContext, 'tenantId' | 'userId'>,
  mergeId: string,
): Promise<{ rewritten: Rewriting[]; touched: string[] }> {
  const merge = await tx.contactMerge.findFirst({ where: { tenantId, id: mergeId } });
  if (merge === null) throw new NotFoundError('Merge');
  const { contactId, intoId } = merge;
  const [contact, into] = await lockContacts(tx, tenantId, contactId, intoId);
  if (contact.mergedIntoId !== intoId || into.mergedIntoId !== null) throw notUndoable();
  await refuseUnlessNewest(tx, merge);

  const moved = movedSchema.parse(merge.moved);
  const identities = await tx.contactIdentity.findMany({
    where: { tenantId, contactId: intoId, id: { in: moved.identities } },
  });
  await tx.contactIdentity.updateMany({
    where: { tenantId, id: { in: identities.map(({ id }) => id) } },
    data: { contactId },
  });
  await tx.conversation.updateMany({
    where: { tenantId, contactId: intoId, id: { in: moved.handedOn } },
    data: { contactId },
  });
  await partNotes(tx, tenantId, into, moved);
  const rewritten: Rewriting[] = [];
  for (const pair of moved.joined) {
    await tx.$executeRaw`
      SELECT FROM conversations WHERE tenant_id = ${tenantId}::uuid AND id IN (${pair.fromId}::uuid, ${pair.intoId}::uuid)
       ORDER BY id FOR UPDATE`;
    const from = await tx.conversation.findFirstOrThrow({ where: { tenantId, id: pair.fromId } });
    const other = await tx.conversation.findFirstOrThrow({ where: { tenantId, id: pair.intoId } });
    const parting = { tenantId, mergeId, userId, pair, from, into: other, identities };
    rewritten.push(...(await partConversations(tx, parting)));
  }
  await tx.contact.update({ where: { id: contactId }, data: { mergedIntoId: null } });
  await tx.contactMerge.update({
    where: { id: mergeId },
    data: { undoneAt: new Date(), undoneById: userId },
  });
  return { rewritten, touched: moved.joined.flatMap(({ fromId, intoId: id }) => [fromId, id]) };
}

/** A later merge may have joined what this one moved: the newest is undone first. */
async function refuseUnlessNewest(tx: Transaction, merge: ContactMerge): Promise<void> {
  const { tenantId, id, intoId, undoneAt, createdAt } = merge;
  const later = await tx.contactMerge.count({
    where: { tenantId, intoId, undoneAt: null, id: { not: id }, createdAt: { gte: createdAt } },
  });
  if (undoneAt !== null || later > 0) throw notUndoable();
}

function notUndoable(): ConflictError {
  return new ConflictError(ErrorCode.merge_not_undoable, 'The merge cannot be undone');
}
