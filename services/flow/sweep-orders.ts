import type { FlowOrderBody } from '../../domain/flow/order';
import { readTiming } from '../conversation/read-timing';
import { databaseTime } from '../database-time';
import type { Deps } from '../deps';
import { tellOutcome } from './settle-order';

/** Younger than this, whoever placed or ended it may still be about to say so (ms). */
const GRACE_MS = 15_000;
/** Older than this, it is history: no run waits for so long. */
const LOOK_BACK_MS = 91 * 24 * 3_600_000;
const AT_MOST = 500;

/**
 * Says again what runs of flows and conversations have to tell each other and did not hear: an order whose signal was lost,
 * and an end that was written down by a process that died before it could tell the run. Saying it twice is harmless.
 *
 * @returns how many orders were said again
 */
export async function sweepOrders(deps: Pick<Deps, 'db' | 'workflows' | 'log'>): Promise<number> {
  const lost = await deps.db.withSystem(async (tx) => {
    const now = await databaseTime(tx);
    const grace = new Date(now - GRACE_MS);
    return tx.flowOrder.findMany({
      where: {
        toldAt: null,
        createdAt: { gt: new Date(now - LOOK_BACK_MS), lt: grace },
        OR: [{ heardAt: null, endedAt: null }, { endedAt: { lt: grace } }],
      },
      orderBy: { createdAt: 'asc' },
      take: AT_MOST,
      select: { id: true, tenantId: true, conversationId: true, endedAt: true, order: true },
    });
  });
  for (const { id: orderId, tenantId, conversationId, endedAt, order } of lost) {
    if (endedAt !== null) {
      await tellOutcome(deps, { tenantId, orderId });
      continue;
    }
    const { kind } = order as unknown as FlowOrderBody;
    const timing = await readTiming(deps, { tenantId });
    await deps.workflows.flowOrder({ tenantId, conversationId }, { orderId, kind, timing });
  }
  if (lost.length > 0) deps.log.warn({ recovered: lost.length }, 'the sweep said again what flows asked for');
  return lost.length;
}
