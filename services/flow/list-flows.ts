import * as z from 'zod';
import { Prisma } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';
import { FLOW_STATUSES, type FlowStatus } from './flow-row';

const counts = z.record(z.string(), z.number());
const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.enum(FLOW_STATUSES),
  published: z.number().nullable(),
  publishedAt: z.date().nullable(),
  pausedBy: z.string().nullable(),
  revision: z.number(),
  updatedAt: z.date(),
  triggers: z.array(z.string()),
  runs: counts,
});
export type FlowListItem = z.infer<typeof rowSchema>;

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The last changed first. `runs` counts by status what began within the last seven days. */
export async function listFlows(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  filter: {
    q: string | undefined;
    status: FlowStatus | undefined;
    limit: number;
    cursor: string | undefined;
  },
): Promise<Page<FlowListItem>> {
  const after = decodeCursor(cursorSchema, filter.cursor);
  const like = `%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await deps.db.withTenant(
    ctx.tenantId,
    (tx) => tx.$queryRaw`
      SELECT f.id, f.name, f.description, f.status, f.published, f.paused_by AS "pausedBy", f.revision,
             f.updated_at AS "updatedAt",
             (SELECT v.created_at FROM flow_versions v WHERE v.flow_id = f.id AND v.number = f.published) AS "publishedAt",
             ARRAY(SELECT DISTINCT t.kind FROM flow_triggers t WHERE t.flow_id = f.id ORDER BY 1) AS triggers,
             COALESCE((SELECT jsonb_object_agg(c.status, c.count)
                         FROM (SELECT r.status, count(*)::int AS count FROM flow_runs r
                                WHERE r.tenant_id = f.tenant_id AND r.flow_id = f.id
                                  AND r.started_at > now() - interval '7 days' GROUP BY r.status) c), '{}') AS runs
        FROM flows f
       WHERE f.tenant_id = ${ctx.tenantId}::uuid
         ${filter.q === undefined ? Prisma.empty : Prisma.sql`AND unaccent(f.name || ' ' || f.description) ILIKE unaccent(${like})`}
         ${filter.status === undefined ? Prisma.empty : Prisma.sql`AND f.status = ${filter.status}`}
         ${after === undefined ? Prisma.empty : Prisma.sql`AND (f.updated_at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
       ORDER BY f.updated_at DESC, f.id DESC LIMIT ${filter.limit + 1}`,
  );
  const found = z.array(rowSchema).parse(rows);
  const items = found.slice(0, filter.limit);
  const last = items.at(-1);
  const more = found.length > filter.limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null };
}
