import { ConversationState } from '../../domain/conversation/state';
import type { Deps, TenantContext } from '../deps';
import { findAndLock } from './lock-conversation';

/** Why a person paused the AI, beside the state and in the timeline; void once somebody else has the conversation. */
export async function saveStateReason(
  deps: Pick<Deps, 'db' | 'live'>,
  ctx: TenantContext,
  conversationId: string,
  reason: string,
): Promise<void> {
  const { tenantId, userId } = ctx;
  await deps.db.withTenant(tenantId, async (tx) => {
    const row = await findAndLock(tx, ctx, conversationId);
    if (row?.state !== ConversationState.HUMANO_RESPONDEU || row.assignedUserId !== userId) return;
    await tx.conversation.update({ where: { id: conversationId }, data: { stateReason: reason } });
    await tx.$executeRaw`
      UPDATE messages SET payload = payload || jsonb_build_object('reason', ${reason}::text)
       WHERE tenant_id = ${tenantId}::uuid AND id = (
         SELECT m.id FROM messages m WHERE m.tenant_id = ${tenantId}::uuid AND m.conversation_id = ${conversationId}::uuid
            AND m.kind = 'event' AND m.user_id = ${userId}::uuid AND m.payload->'cause'->>'type' = 'takenOver'
          ORDER BY m.seq DESC LIMIT 1)`;
  });
  deps.live.publish(tenantId, { type: 'conversation', conversationId });
}
