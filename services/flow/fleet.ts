import * as z from 'zod';
import type { Deps, TenantContext } from '../deps';
import { demandFlow } from './flow-row';

const rowSchema = z.object({
  version: z.number(),
  nodeId: z.string().nullable(),
  runs: z.number(),
  oldest: z.date(),
});
export type FleetRow = z.infer<typeof rowSchema>;

/**
 * How many open runs stand at each node now, by version; `nodeId` null: under way, at no node. From the runs' rows, in
 * one statement: workflows are never asked.
 *
 * @throws NotFoundError
 */
export async function fleetOf(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
): Promise<FleetRow[]> {
  const rows = await deps.db.withTenant(tenantId, async (tx) => {
    await demandFlow(tx, tenantId, flowId);
    return tx.$queryRaw`
      SELECT v.number AS version, s.node AS "nodeId", count(DISTINCT r.id)::int AS runs, min(r.started_at) AS oldest
        FROM flow_runs r
        JOIN flow_versions v ON v.id = r.version_id
        LEFT JOIN LATERAL jsonb_to_recordset(r.standing) AS s(node text) ON true
       WHERE r.tenant_id = ${tenantId}::uuid AND r.flow_id = ${flowId}::uuid
         AND r.status IN ('queued', 'running', 'waiting')
       GROUP BY v.number, s.node ORDER BY v.number DESC, runs DESC, s.node LIMIT 1000`;
  });
  return z.array(rowSchema).parse(rows);
}
