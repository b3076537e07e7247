import * as z from 'zod';
import type { Deps, TenantContext } from '../deps';
import { demandFlow } from './flow-row';

const rowSchema = z.object({
  hour: z.date(),
  type: z.string().nullable(),
  nodeId: z.string().nullable(),
  count: z.number(),
  lastRunId: z.string(),
});
export type FailureRow = z.infer<typeof rowSchema>;

/** What failed, by hour, kind of error and node; the last seven days, the newest hour first. @throws NotFoundError */
export async function failureDigest(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
): Promise<FailureRow[]> {
  const rows = await deps.db.withTenant(tenantId, async (tx) => {
    await demandFlow(tx, tenantId, flowId);
    return tx.$queryRaw`
      SELECT date_trunc('hour', r.ended_at) AS hour, r.failure->>'type' AS type, r.failure->>'node' AS "nodeId",
             count(*)::int AS count, (array_agg(r.id::text ORDER BY r.ended_at DESC))[1] AS "lastRunId"
        FROM flow_runs r
       WHERE r.tenant_id = ${tenantId}::uuid AND r.flow_id = ${flowId}::uuid
         AND r.status = 'failed' AND r.ended_at > now() - interval '7 days'
       GROUP BY 1, 2, 3 ORDER BY 1 DESC, count DESC LIMIT 500`;
  });
  return z.array(rowSchema).parse(rows);
}
