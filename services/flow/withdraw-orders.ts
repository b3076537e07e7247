import type { FlowOutcome } from '../../domain/flow/order';
import { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { dropBalloons } from './order-balloons';

export interface OrdersToWithdraw {
  tenantId: string;
  runId: string;
  effects: string[];
}

const WITHDRAWN: FlowOutcome = { error: { type: 'withdrawn', message: 'The run waits for it no more' } };

/**
 * Takes back what a run asked of conversations: what was not said yet stays unsaid, and what the customer writes is the
 * AI's again. Orders that have ended stay as they are. Harmless to repeat.
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function withdrawFlowOrders(
  deps: Pick<Deps, 'db' | 'workflows'>,
  { tenantId, runId, effects }: OrdersToWithdraw,
): Promise<void> {
  const orders = await deps.db.withTenant(tenantId, async (tx) => {
    const where = { tenantId, runId, effect: { in: effects } };
    const now = new Date();
    await tx.flowOrder.updateMany({
      where: { ...where, outcome: { equals: Prisma.DbNull } },
      data: { outcome: WITHDRAWN, endedAt: now, toldAt: now },
    });
    const withdrawn = await tx.flowOrder.findMany({ where, select: { id: true, conversationId: true } });
    for (const { id } of withdrawn) await dropBalloons(tx, { tenantId, id });
    return withdrawn;
  });
  for (const conversationId of new Set(orders.map((order) => order.conversationId))) {
    const orderIds = orders.filter((order) => order.conversationId === conversationId).map(({ id }) => id);
    await deps.workflows.flowOrderWithdrawn({ tenantId, conversationId }, { orderIds });
  }
}
