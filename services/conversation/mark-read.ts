import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';

/** Somebody of the team has looked. @throws NotFoundError for a conversation that is not this tenant's */
export async function markRead(
  deps: Pick<Deps, 'db' | 'live'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  conversationId: string,
): Promise<void> {
  const { count } = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.conversation.updateMany({
      where: { tenantId: ctx.tenantId, id: conversationId },
      data: { unread: 0 },
    }),
  );
  if (count === 0) throw new NotFoundError('Conversation');
  deps.live.publish(ctx.tenantId, { type: 'conversation', conversationId });
}
