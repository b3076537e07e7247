import type { Transaction } from '../../adapters/postgres/database';
import { ConflictError, ErrorCode, NotFoundError } from '../../domain/errors';
import type { Conversation } from '../../prisma/generated/client';

/**
 * The conversation's row, locked until the transaction ends: where its fence, its state and its timeline numbers
 * are changed one after the other. Null when it is not this tenant's.
 */
export async function findAndLock(
  tx: Transaction,
  ctx: { tenantId: string },
  id: string,
): Promise<Conversation | null> {
  await tx.$executeRaw`
    SELECT FROM conversations WHERE tenant_id = ${ctx.tenantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return tx.conversation.findFirst({ where: { tenantId: ctx.tenantId, id } });
}

/** As findAndLock. @throws NotFoundError for a conversation that is not this tenant's */
export async function lockConversation(
  tx: Transaction,
  ctx: { tenantId: string },
  id: string,
): Promise<Conversation> {
  const conversation = await findAndLock(tx, ctx, id);
  if (conversation === null) throw new NotFoundError('Conversation');
  return conversation;
}

/** @throws ConflictError conversation_merged: its messages are in another one now */
export function refuseMerged(conversation: Pick<Conversation, 'mergedIntoId'>): void {
  if (conversation.mergedIntoId === null) return;
  throw new ConflictError(ErrorCode.conversation_merged, 'The conversation was merged into another', {
    details: { into: conversation.mergedIntoId },
  });
}
