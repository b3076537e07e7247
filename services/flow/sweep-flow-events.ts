import type { FlowEvent as FlowEventRow } from '../../prisma/generated/client';
import { isFlowObject } from '../../domain/flow/runtime/value';
import { databaseTime } from '../database-time';
import type { Deps } from '../deps';
import { fireEvent } from './fire-event';
import { FLOW_EVENT_KINDS } from './note-flow-event';

/** Younger than this, the process that noted it may still be about to begin its runs (ms). */
const GRACE_MS = 15_000;
/** An event of this age begins nothing any more: whoever was away that long wants no surprises (ms). */
const LOOK_BACK_MS = 24 * 3_600_000;
const AT_MOST = 500;

/**
 * Begins the runs of events whose process died before it did, or could not reach the engine, and of states that have
 * lasted as long as an automation wants. Doing it twice is harmless.
 *
 * @returns how many events were handled
 */
export async function sweepFlowEvents(deps: Pick<Deps, 'db' | 'workflows' | 'log'>): Promise<number> {
  const open = await deps.db.withSystem(async (tx) => {
    const now = await databaseTime(tx);
    return tx.flowEvent.findMany({
      where: {
        handledAt: null,
        dueAt: { gt: new Date(now - LOOK_BACK_MS), lt: new Date(now) },
        // Late ones were waited for on purpose: nobody else is about to handle them.
        OR: [{ createdAt: { lt: new Date(now - GRACE_MS) } }, { onlyFlowId: { not: null } }],
      },
      orderBy: { dueAt: 'asc' },
      take: AT_MOST,
    });
  });
  let handled = 0;
  for (const row of open) {
    try {
      await handle(deps, row);
      handled += 1;
    } catch (error) {
      deps.log.warn(
        { err: error, kind: row.kind },
        'an event could not begin automations, it is tried again',
      );
    }
  }
  if (handled > 0) deps.log.info({ handled }, 'the sweep handled events of automations');
  return handled;
}

async function handle(deps: Pick<Deps, 'db' | 'workflows' | 'log'>, row: FlowEventRow): Promise<void> {
  const { id, tenantId, contactId, conversationId, onlyFlowId } = row;
  const kind = FLOW_EVENT_KINDS.find((one) => one === row.kind);
  const over = onlyFlowId !== null && !(await stillSo(deps, row));
  if (kind === undefined || over) {
    await deps.db.withTenant(tenantId, (tx) =>
      tx.flowEvent.updateMany({ where: { tenantId, id }, data: { handledAt: new Date() } }),
    );
    return;
  }
  const payload = isFlowObject(row.payload) ? row.payload : {};
  const event = { tenantId, kind, eventKey: row.eventKey, contactId, conversationId, payload };
  await fireEvent(deps, event, onlyFlowId === null ? {} : { onlyFlowId });
}

/** The conversation has been in that state since the event. */
async function stillSo(deps: Pick<Deps, 'db'>, row: FlowEventRow): Promise<boolean> {
  const { tenantId, conversationId } = row;
  if (conversationId === null) return true;
  return deps.db.withTenant(tenantId, async (tx) => {
    const now = await tx.conversation.findFirst({
      where: { tenantId, id: conversationId },
      select: { state: true, resolvedAt: true, mergedIntoId: true },
    });
    const newer = await tx.flowEvent.count({
      where: { tenantId, kind: row.kind, conversationId, onlyFlowId: null, createdAt: { gt: row.createdAt } },
    });
    if (now === null || now.mergedIntoId !== null || newer > 0) return false;
    const wanted = isFlowObject(row.payload) ? row.payload['para'] : undefined;
    return wanted === 'resolved' ? now.resolvedAt !== null : now.state === wanted;
  });
}
