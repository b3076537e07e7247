import * as z from 'zod';
import type { Deps } from '../deps';

export const scheduleSettings = z.object({
  cron: z.string(),
  zone: z.string(),
  holidays: z.enum(['run', 'skip', 'next_day']),
  tagId: z.string().optional(),
  contactsPerMinute: z.number(),
  missed: z.enum(['skip', 'once']),
});

const nodesSchema = z.array(z.object({ node: z.string() }));
type SyncDeps = Pick<Deps, 'db' | 'workflows'>;

/**
 * Makes the engine's schedules of a flow those of its published version: none while it is paused or taken back. Said after
 * every change of that, and by the sweep; saying it again changes nothing. One that is left over all the same finds no
 * trigger when its hour comes, and removes itself (begin-audience.ts).
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function syncSchedules(
  deps: SyncDeps,
  { tenantId, flowId }: { tenantId: string; flowId: string },
): Promise<void> {
  const { wanted, known } = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await tx.flow.findFirst({ where: { tenantId, id: flowId } });
    const triggers =
      flow?.status === 'active' && flow.published !== null
        ? await tx.flowTrigger.findMany({
            where: { tenantId, flowId, kind: 'schedule', version: flow.published },
            select: { id: true, nodeId: true, settings: true },
          })
        : [];
    const nodes = await tx.$queryRaw`
      SELECT DISTINCT n.value->>'id' AS node
        FROM flow_versions v, jsonb_array_elements(v.document->'nodes') AS n
       WHERE v.tenant_id = ${tenantId}::uuid AND v.flow_id = ${flowId}::uuid AND n.value->>'kind' = 'schedule'`;
    return { wanted: triggers, known: nodesSchema.parse(nodes).map(({ node }) => node) };
  });
  for (const { nodeId, settings } of wanted) {
    const { cron, zone, missed } = scheduleSettings.parse(settings);
    await deps.workflows.putFlowSchedule(
      { tenantId, flowId, nodeId },
      { cron, zone, catchUp: missed === 'once' },
    );
  }
  for (const nodeId of known) {
    if (wanted.some((trigger) => trigger.nodeId === nodeId)) continue;
    await deps.workflows.dropFlowSchedule({ tenantId, flowId, nodeId });
  }
  const ids = wanted.map(({ id }) => id);
  if (ids.length === 0) return;
  await deps.db.withTenant(tenantId, (tx) =>
    tx.flowTrigger.updateMany({ where: { tenantId, id: { in: ids } }, data: { syncedAt: new Date() } }),
  );
}

/** Younger than this, whoever published may still be about to sync (ms). */
const GRACE_MS = 15_000;
/** An engine that has lost its data has its schedules again within this time (ms). */
const AGAIN_AFTER_MS = 24 * 3_600_000;
const AT_MOST = 50;

/** Syncs what was published by a process that died, and everything once a day. @returns how many flows */
export async function sweepSchedules(deps: SyncDeps & Pick<Deps, 'log'>): Promise<number> {
  const now = Date.now();
  const stale = await deps.db.withSystem((tx) =>
    tx.flowTrigger.findMany({
      where: {
        kind: 'schedule',
        flow: { status: 'active' },
        OR: [
          { syncedAt: null, createdAt: { lt: new Date(now - GRACE_MS) } },
          { syncedAt: { lt: new Date(now - AGAIN_AFTER_MS) } },
        ],
      },
      orderBy: { createdAt: 'asc' },
      take: AT_MOST,
      distinct: ['flowId'],
      select: { tenantId: true, flowId: true },
    }),
  );
  for (const flow of stale) {
    try {
      await syncSchedules(deps, flow);
    } catch (error) {
      deps.log.warn({ err: error, flowId: flow.flowId }, 'a schedule could not be synced, it is tried again');
    }
  }
  return stale.length;
}
