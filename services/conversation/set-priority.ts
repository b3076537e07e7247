import type { Priority } from '../../domain/conversation/priority';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';

/** A person says how soon somebody should look. @throws NotFoundError for a conversation that is not this tenant's */
export async function setPriority(
  deps: Pick<Deps, 'db' | 'live'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  input: { conversationId: string; priority: Priority },
): Promise<void> {
  const { conversationId, priority } = input;
  const { count } = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.conversation.updateMany({
      where: { tenantId: ctx.tenantId, id: conversationId },
      data: { priority },
    }),
  );
  if (count === 0) throw new NotFoundError('Conversation');
  deps.live.publish(ctx.tenantId, { type: 'conversation', conversationId });
}
