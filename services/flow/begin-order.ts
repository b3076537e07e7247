import type { Transaction } from '../../adapters/postgres/database';
import { ConversationState } from '../../domain/conversation/state';
import type { ConversationPace } from '../../domain/conversation/pace';
import { type FlowWords, personHasIt, wordsOf } from '../../domain/flow/order-words';
import { asText } from '../../domain/flow/runtime/value';
import type { Conversation } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { moveOrder } from './end-order';
import { handoverOf, handoverWords, transferOf } from './order-handover';
import { listeningOf } from './order-listening';
import { lastAttempt, putIntoOutbox } from './order-balloons';
import { type FlowOrderNext, type FlowOrderRef, lockOrder, type OpenOrder } from './open-order';
import { tellOutcome, writeOutcome } from './settle-order';

export interface OrderToBegin extends FlowOrderRef {
  pace: ConversationPace | undefined;
  /** The team was called: what is said with it is to be said now. */
  handedOver?: boolean;
}

/**
 * Looks at what a run asks for and begins with it: puts its words into the outbox, or says what else the workflow is to
 * do. Begun again after a crash, or in the conversation that another was merged into, it goes on where it stood.
 *
 * @throws ProviderUnavailableError engine_unavailable; begin again
 */
export async function beginOrder(
  deps: Pick<Deps, 'db' | 'workflows'>,
  input: OrderToBegin,
): Promise<FlowOrderNext> {
  const { tenantId, orderId } = input;
  const next = await deps.db.withTenant(tenantId, async (tx): Promise<FlowOrderNext | 'moved'> => {
    const found = await lockOrder(tx, input);
    if (found === null || found.order.outcome !== null) return { next: 'ended' };
    const { order, conversation } = found;
    if (conversation.mergedIntoId !== null) return 'moved';
    if (order.heardAt === null) {
      await tx.flowOrder.update({ where: { id: orderId }, data: { heardAt: new Date() } });
    }
    const { kind, handles } = order.order;
    if (kind === 'handoff_human') return beginHandover(tx, input, found);
    if (conversation.state !== ConversationState.IA_ATIVA) {
      await writeOutcome(tx, { tenantId, orderId }, personHasIt(handles));
      return { next: 'ended' };
    }
    return begin(tx, input, found);
  });
  if (next === 'moved') {
    await moveOrder(deps, input);
    return { next: 'ended' };
  }
  if (next.next === 'ended') await tellOutcome(deps, { tenantId, orderId });
  return next;
}

async function begin(
  tx: Transaction,
  { pace }: OrderToBegin,
  found: { order: OpenOrder; conversation: Conversation },
): Promise<FlowOrderNext> {
  const { order } = found;
  const { kind, settings } = order.order;
  switch (kind) {
    case 'wait_reply':
      return listeningOf(tx, order);
    case 'rag_answer':
      return { next: 'answer' };
    case 'transfer':
      return transferOf(tx, order);
    case 'end':
      return { next: 'resolve', fence: found.conversation.fence };
    default: {
      const attempt = await lastAttempt(tx, order);
      const words: FlowWords[] = attempt === 0 ? wordsOf(kind, settings) : [];
      const typingMs = Number(asText(settings['typingSeconds']) || 0) * 1_000;
      return {
        next: 'say',
        attempt,
        balloons: await putIntoOutbox(tx, found, { attempt, words, pace, typingMs }),
      };
    }
  }
}

async function beginHandover(
  tx: Transaction,
  { handedOver, pace }: OrderToBegin,
  found: { order: OpenOrder; conversation: Conversation },
): Promise<FlowOrderNext> {
  if (handedOver !== true) return handoverOf(tx, found.order);
  const words = await handoverWords(tx, found);
  return { next: 'say', attempt: 0, balloons: await putIntoOutbox(tx, found, { attempt: 0, words, pace }) };
}
