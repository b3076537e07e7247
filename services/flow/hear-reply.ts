import type { Transaction } from '../../adapters/postgres/database';
import { ConversationState } from '../../domain/conversation/state';
import type { ConversationPace } from '../../domain/conversation/pace';
import type { Said } from '../../domain/flow/answers';
import { flowTools } from '../../domain/flow/expression/tools';
import { isListenedFor, readReply } from '../../domain/flow/order-reply';
import { personHasIt } from '../../domain/flow/order-words';
import type { Conversation } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { readSaid } from './read-said';
import { putIntoOutbox } from './order-balloons';
import { type FlowOrderNext, type FlowOrderRef, lockOrder, type OpenOrder } from './open-order';
import { tellOutcome, writeOutcome } from './settle-order';

export interface ReplyToHear extends FlowOrderRef {
  attempt: number;
  /** What was said after this place is the reply. */
  afterSeq: number;
  pace: ConversationPace | undefined;
}

/**
 * Takes what the customer has said since as the reply to what a node asked: it ends the order, or the node asks again. In
 * the same transaction it becomes answered, so that nobody answers it too.
 *
 * @throws ProviderUnavailableError engine_unavailable; hear it again
 */
export async function hearReply(
  deps: Pick<Deps, 'db' | 'workflows'>,
  input: ReplyToHear,
): Promise<FlowOrderNext> {
  const { tenantId, orderId } = input;
  const next = await deps.db.withTenant(tenantId, async (tx): Promise<FlowOrderNext> => {
    const found = await lockOrder(tx, input);
    if (found === null) return { next: 'ended' };
    const { order, conversation } = found;
    // An earlier attempt has heard it, and died before it could say so.
    if (order.outcome !== null) return { next: 'ended', uptoSeq: Number(conversation.answeredSeq) };
    if (conversation.state !== ConversationState.IA_ATIVA) {
      await writeOutcome(tx, input, personHasIt(order.order.handles));
      return { next: 'ended' };
    }
    return hear(tx, input, { order, conversation });
  });
  if (next.next === 'ended') await tellOutcome(deps, { tenantId, orderId });
  return next;
}

async function hear(
  tx: Transaction,
  input: ReplyToHear,
  found: { order: OpenOrder; conversation: Conversation },
): Promise<FlowOrderNext> {
  const { tenantId, attempt, pace } = input;
  const { order, conversation } = found;
  const { kind, settings } = order.order;
  const uptoSeq = Number(conversation.inboundSeq);
  const afterSeq = Math.max(input.afterSeq, Number(conversation.answeredSeq));
  const messages = await readSaid(tx, conversation, { afterSeq, uptoSeq });
  const heard = messages.filter((message) => isListenedFor(settings, message.kind));
  if (heard.length === 0) return { next: 'listen', afterSeq: uptoSeq, timeoutMs: 0, quietMs: null };
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { timeZone: true } });
  const now = { at: Date.now(), zone: tenant.timeZone };
  const read = readReply({ kind, settings, asked: attempt + 1 }, saidOf(heard), now, flowTools);
  await tx.conversation.update({
    where: { id: conversation.id },
    data: { answeredSeq: BigInt(uptoSeq) },
  });
  if ('end' in read) {
    await writeOutcome(tx, input, read.end);
    return { next: 'ended', uptoSeq };
  }
  const again = { attempt: attempt + 1, words: [{ text: read.again }], pace };
  return {
    next: 'say',
    attempt: again.attempt,
    balloons: await putIntoOutbox(tx, found, again),
    uptoSeq,
  };
}

/** Several messages of one breath are one reply. */
export function saidOf(messages: Said[]): Said {
  const media = messages.findLast((message) => message.media !== undefined)?.media;
  const text = messages.map((message) => message.text).filter((words) => words !== '');
  return { text: text.join('\n'), ...(media === undefined ? {} : { media }) };
}
