import { NotFoundError } from '../../domain/errors';
import type { ConversationState } from '../../domain/conversation/state';
import type { Deps, TenantContext } from '../deps';
import { refuseMerged } from './lock-conversation';
import { readTiming } from './read-timing';

export type ConversationOrder =
  { type: 'takeOver' } | { type: 'returnToAi'; answerPending: boolean } | { type: 'resolve' };

/**
 * A person's order to a conversation. Returns the state once the workflow has accepted it and written it down: after
 * a take-over has returned, no AI message starts.
 *
 * @throws NotFoundError for a conversation that is not this tenant's
 * @throws ConflictError conversation_merged
 * @throws ProviderUnavailableError engine_unavailable when no worker answers in time; nothing is known to have changed
 */
export async function orderConversation(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: TenantContext,
  conversationId: string,
  order: ConversationOrder,
): Promise<ConversationState> {
  const ref = { tenantId: ctx.tenantId, conversationId };
  const found = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.conversation.findFirst({
      where: { tenantId: ctx.tenantId, id: conversationId },
      select: { mergedIntoId: true },
    }),
  );
  if (found === null) throw new NotFoundError('Conversation');
  refuseMerged(found);
  const timing = await readTiming(deps, ctx);
  const { userId } = ctx;
  switch (order.type) {
    case 'takeOver':
      return deps.workflows.takeOver(ref, { userId, timing });
    case 'returnToAi':
      return deps.workflows.returnToAi(ref, { userId, answerPending: order.answerPending, timing });
    case 'resolve':
      return deps.workflows.resolve(ref, { userId, timing });
  }
}
