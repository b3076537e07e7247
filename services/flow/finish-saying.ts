import { type FlowWords, leaveBy, personHasIt } from '../../domain/flow/order-words';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { FlowOutcome } from '../../domain/flow/order';
import type { OutboxBalloon } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { balloonsOf } from './order-balloons';
import { listeningOf } from './order-listening';
import { type FlowOrderNext, type FlowOrderRef, lockOrder, type OpenOrder } from './open-order';
import { tellOutcome, writeOutcome } from './settle-order';

const LISTENING = new Set<string>(['ask', 'send_buttons', 'send_list']);

/**
 * Looks at how what an order had to say has left: all of it, and it ends or begins to listen; or a person came.
 *
 * @throws ProviderUnavailableError engine_unavailable; ask again
 */
export async function finishSaying(
  deps: Pick<Deps, 'db' | 'workflows'>,
  input: FlowOrderRef & { attempt: number },
): Promise<FlowOrderNext> {
  const { tenantId, orderId, attempt } = input;
  const next = await deps.db.withTenant(tenantId, async (tx): Promise<FlowOrderNext> => {
    const found = await lockOrder(tx, input);
    if (found === null || found.order.outcome !== null) return { next: 'ended' };
    const { order } = found;
    const balloons = await balloonsOf(tx, order, attempt);
    const open = balloons.filter(({ status }) => ['pending', 'sending', 'uncertain'].includes(status));
    if (open.length > 0) {
      return { next: 'say', attempt, balloons: open.map(({ id }) => ({ id, pauseMs: 0 })) };
    }
    const unsaid = endOfUnsaid(order, balloons);
    if (unsaid === undefined && LISTENING.has(order.order.kind)) return listeningOf(tx, order);
    await writeOutcome(tx, input, unsaid ?? endOfSaid(order, balloons));
    return { next: 'ended' };
  });
  if (next.next === 'ended') await tellOutcome(deps, { tenantId, orderId });
  return next;
}

function endOfUnsaid({ order }: OpenOrder, balloons: OutboxBalloon[]): FlowOutcome | undefined {
  if (balloons.some(({ status }) => status === 'dropped')) return personHasIt(order.handles);
  const failed = balloons.find(({ status }) => status === 'failed');
  if (failed === undefined) return undefined;
  return { error: { type: 'send_failed', message: failed.error ?? 'The message did not leave' } };
}

function endOfSaid({ order, draft }: OpenOrder, balloons: OutboxBalloon[]): FlowOutcome {
  if (order.kind === 'rag_answer') {
    const { output } = draft as unknown as DraftedAnswer;
    return leaveBy(order.handles, 'answered', 'not_answered', 'There is no such way', output);
  }
  const last = balloons.at(-1)?.messageId ?? '';
  return leaveBy(order.handles, 'out', 'no_way_out', 'There is no such way', { idMensagem: last });
}

/** What a model wrote for an order, kept before it is said (flow_orders.draft). */
export interface DraftedAnswer {
  confident: boolean;
  output: FlowObject;
  words: FlowWords[];
}
