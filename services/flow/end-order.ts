import type { Transaction } from '../../adapters/postgres/database';
import type { FlowOutcome } from '../../domain/flow/order';
import { leaveBy, personHasIt, timedOut } from '../../domain/flow/order-words';
import type { Conversation } from '../../prisma/generated/client';
import { readTiming } from '../conversation/read-timing';
import type { Deps } from '../deps';
import { dropBalloons } from './order-balloons';
import { type FlowOrderRef, lockOrder, type OpenOrder } from './open-order';
import { tellOutcome, writeOutcome } from './settle-order';

/** How a conversation's workflow ends an order by itself (workflows/conversation/messages.ts). */
export type OrderEnding =
  | 'timedOut'
  | 'person'
  | 'takenOver'
  | 'nobody'
  | 'returned'
  | 'done'
  | 'failed'
  | 'merged';

/**
 * Ends an order, once, by the way its node has for it, and tells its run. What it had still to say stays unsaid. One of a
 * conversation that was merged goes on in the other.
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function endOrder(
  deps: Pick<Deps, 'db' | 'workflows'>,
  input: FlowOrderRef & { ending: OrderEnding },
): Promise<void> {
  const { tenantId, ending } = input;
  if (ending === 'merged') return moveOrder(deps, input);
  await deps.db.withTenant(tenantId, async (tx) => {
    const found = await lockOrder(tx, input);
    if (found === null || found.order.outcome !== null) return;
    await dropBalloons(tx, found.order);
    await writeOutcome(tx, input, await outcomeOf(tx, found, ending));
  });
  await tellOutcome(deps, input);
}

async function outcomeOf(
  tx: Transaction,
  { order, conversation }: { order: OpenOrder; conversation: Conversation },
  ending: Exclude<OrderEnding, 'merged'>,
): Promise<FlowOutcome> {
  const { handles } = order.order;
  switch (ending) {
    case 'timedOut':
      return timedOut(handles);
    case 'person':
      return personHasIt(handles);
    case 'takenOver':
      return leaveBy(handles, 'taken_over', 'person_has_it', 'A person has the conversation', {
        pessoa: await nameOf(tx, conversation.assignedUserId),
      });
    case 'nobody':
      return leaveBy(handles, 'nobody', 'nobody_came', 'Nobody came in time', { pessoa: '' });
    case 'returned':
      return leaveBy(handles, 'returned', 'returned', 'A person gave it back', {
        pessoa: await nameOf(tx, conversation.assignedUserId),
      });
    case 'done':
      return leaveBy(handles, 'out', 'no_way_out', 'There is no such way');
    case 'failed':
      return { error: { type: 'not_carried_out', message: 'The conversation could not carry it out' } };
  }
}

async function nameOf(tx: Transaction, userId: string | null): Promise<string> {
  if (userId === null) return '';
  const user = await tx.user.findFirst({ where: { id: userId }, select: { name: true } });
  return user?.name ?? '';
}

/** The conversation is another one now: its workflow begins with the order where this one stopped. */
export async function moveOrder(deps: Pick<Deps, 'db' | 'workflows'>, input: FlowOrderRef): Promise<void> {
  const { tenantId, orderId } = input;
  const moved = await deps.db.withTenant(tenantId, async (tx) => {
    const order = await tx.flowOrder.findFirst({
      where: { tenantId, id: orderId },
      include: { conversation: { select: { id: true, mergedIntoId: true } } },
    });
    if (order === null || order.outcome !== null) return undefined;
    const conversationId = order.conversation.mergedIntoId ?? order.conversationId;
    const kind = (order.order as unknown as OpenOrder['order']).kind;
    await tx.flowOrder.update({ where: { id: orderId }, data: { conversationId } });
    return { conversationId, kind };
  });
  if (moved === undefined) return tellOutcome(deps, input);
  const { conversationId, kind } = moved;
  const timing = await readTiming(deps, { tenantId });
  await deps.workflows.flowOrder({ tenantId, conversationId }, { orderId, kind, timing });
}
