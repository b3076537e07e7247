import type { FlowOutcome } from '../../domain/flow/order';
import { Prisma } from '../../prisma/generated/client';
import type { Transaction } from '../../adapters/postgres/database';
import type { Deps } from '../deps';

interface OrderRef {
  tenantId: string;
  orderId: string;
}

/** Writes down how an order ended, unless its end stands already: the first one holds. */
export async function writeOutcome(
  tx: Transaction,
  { tenantId, orderId }: OrderRef,
  outcome: FlowOutcome,
): Promise<void> {
  await tx.flowOrder.updateMany({
    where: { tenantId, id: orderId, outcome: { equals: Prisma.DbNull } },
    data: { outcome, endedAt: new Date() },
  });
}

/**
 * Tells a run how its order ended. Told twice it changes nothing; told too late, to a run that has ended, neither.
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function tellOutcome(
  deps: Pick<Deps, 'db' | 'workflows'>,
  { tenantId, orderId }: OrderRef,
): Promise<void> {
  const order = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowOrder.findFirst({ where: { tenantId, id: orderId } }),
  );
  if (order === null || order.outcome === null) return;
  const { runId, effect } = order;
  const outcome = order.outcome as unknown as FlowOutcome;
  await deps.workflows.flowOutcome({ tenantId, runId }, { effect, outcome });
  if (order.toldAt !== null) return;
  await deps.db.withTenant(tenantId, (tx) =>
    tx.flowOrder.updateMany({ where: { tenantId, id: orderId }, data: { toldAt: new Date() } }),
  );
}

/**
 * Ends an order, once, and tells its run.
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function settleOrder(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ref: OrderRef,
  outcome: FlowOutcome,
): Promise<void> {
  await deps.db.withTenant(ref.tenantId, (tx) => writeOutcome(tx, ref, outcome));
  await tellOutcome(deps, ref);
}
