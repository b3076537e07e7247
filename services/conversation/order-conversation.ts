import { ConflictError, ErrorCode, NotFoundError } from '../../domain/errors';
import { ConversationState } from '../../domain/conversation/state';
import type { Deps, TenantContext } from '../deps';
import type { ConversationOrder as GatewayOrder } from '../workflow-gateway';
import { KNOWN_COLUMNS, knownConversation } from './known-conversation';
import { refuseMerged } from './lock-conversation';
import { readTiming } from './read-timing';
import { saveStateReason } from './save-state-reason';

export type ConversationOrder =
  | { type: 'takeOver'; reason?: string | undefined }
  /** `uptoSeq`: the newest message the person knew of; those that came since stay open. Absent: all. */
  | { type: 'returnToAi'; answerPending: boolean; uptoSeq?: number | undefined }
  | { type: 'resolve'; uptoSeq?: number | undefined };

/**
 * A person's order to a conversation. Returns the state once the workflow has accepted it and written it down: after
 * a take-over has returned, no AI message starts.
 *
 * @throws NotFoundError for a conversation that is not this tenant's
 * @throws ConflictError conversation_merged
 * @throws ProviderUnavailableError engine_unavailable when no worker answers in time; nothing is known to have changed
 */
export async function orderConversation(
  deps: Pick<Deps, 'db' | 'workflows' | 'live'>,
  ctx: TenantContext,
  conversationId: string,
  order: ConversationOrder,
): Promise<ConversationState> {
  const ref = { tenantId: ctx.tenantId, conversationId };
  const given = await prepareOrder(deps, ctx, conversationId);
  const { receivedSeq } = given.known;
  switch (order.type) {
    case 'takeOver': {
      const state = await deps.workflows.takeOver(ref, given);
      // Words stay out of the workflow's history; acknowledged is what is written.
      if (order.reason !== undefined) await saveStateReason(deps, ctx, conversationId, order.reason);
      return state;
    }
    case 'returnToAi':
      return deps.workflows.returnToAi(ref, {
        ...given,
        answerPending: order.answerPending,
        uptoSeq: Math.min(order.uptoSeq ?? receivedSeq, receivedSeq),
      });
    case 'resolve':
      return deps.workflows.resolve(ref, {
        ...given,
        uptoSeq: Math.min(order.uptoSeq ?? receivedSeq, receivedSeq),
      });
  }
}

/**
 * Gives the person who has a conversation, or who is awaited, more time before the AI comes back.
 *
 * @param byMs milliseconds after the deadline that runs
 * @returns the new deadline, written down
 * @throws NotFoundError for a conversation that is not this tenant's
 * @throws ConflictError not_with_team: the AI has it
 * @throws ValidationError deadline_too_far
 */
export async function extendDeadline(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: TenantContext,
  conversationId: string,
  byMs: number,
): Promise<{ state: ConversationState; humanDeadline: Date | null }> {
  const given = await prepareOrder(deps, ctx, conversationId);
  // Asking the workflow would open a run for nothing.
  if (given.known.state === ConversationState.IA_ATIVA) {
    throw new ConflictError(ErrorCode.not_with_team, 'The AI has the conversation');
  }
  const ref = { tenantId: ctx.tenantId, conversationId };
  const { state, humanDeadline } = await deps.workflows.extend(ref, { ...given, byMs });
  return { state, humanDeadline: humanDeadline === null ? null : new Date(humanDeadline) };
}

async function prepareOrder(deps: Pick<Deps, 'db'>, ctx: TenantContext, conversationId: string) {
  const row = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.conversation.findFirst({
      where: { tenantId: ctx.tenantId, id: conversationId },
      select: { ...KNOWN_COLUMNS, mergedIntoId: true },
    }),
  );
  if (row === null) throw new NotFoundError('Conversation');
  refuseMerged(row);
  const timing = await readTiming(deps, ctx);
  return { userId: ctx.userId, timing, known: knownConversation(row) } satisfies GatewayOrder;
}
