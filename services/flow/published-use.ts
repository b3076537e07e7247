import type { Transaction } from '../../adapters/postgres/database';
import { Prisma } from '../../prisma/generated/client';

/** Versions that may still act: published, or with runs. */
const ACTING = Prisma.sql`(f.published = v.number OR EXISTS (
  SELECT FROM flow_runs r WHERE r.tenant_id = v.tenant_id AND r.version_id = v.id AND r.ended_at IS NULL))`;

/**
 * Whether a drawing that may still act refers to something: a published version, or one that still has runs.
 *
 * @param place jsonpath over the document, with `$id` for the thing
 */
export async function isUsedByPublished(
  tx: Transaction,
  tenantId: string,
  place: string,
  id: string,
): Promise<boolean> {
  const users = await tx.$queryRaw<unknown[]>`
    SELECT FROM flow_versions v JOIN flows f ON f.tenant_id = v.tenant_id AND f.id = v.flow_id
     WHERE v.tenant_id = ${tenantId}::uuid
       AND ${ACTING}
       AND jsonb_path_exists(v.document, ${place}::jsonpath, jsonb_build_object('id', ${id}::text))
     LIMIT 1`;
  return users.length > 0;
}

/** An automation that refers to something. */
export interface FlowUse {
  id: string;
  name: string;
  /** What it refers to cannot be removed: a published version does, or one that still has runs; not only the draft. */
  acts: boolean;
}

interface UseRow extends FlowUse {
  thing: string;
}

/**
 * Which automations refer to which things, by name.
 *
 * @param ids jsonpath to the things' ids in a document
 * @returns by the thing's id
 */
export async function usesInFlows(
  tx: Transaction,
  tenantId: string,
  ids: string,
): Promise<Map<string, FlowUse[]>> {
  const rows = await tx.$queryRaw<UseRow[]>`
    WITH drawings AS (
      SELECT f.id, f.name, f.draft AS document, false AS acts FROM flows f WHERE f.tenant_id = ${tenantId}::uuid
       UNION ALL
      SELECT f.id, f.name, v.document, true
        FROM flow_versions v JOIN flows f ON f.tenant_id = v.tenant_id AND f.id = v.flow_id
       WHERE v.tenant_id = ${tenantId}::uuid AND ${ACTING})
    SELECT d.id, d.name, thing #>> '{}' AS thing, bool_or(d.acts) AS acts
      FROM drawings d, jsonb_path_query(d.document, ${ids}::jsonpath) thing
     GROUP BY d.id, d.name, thing ORDER BY d.name, d.id`;
  const uses = new Map<string, FlowUse[]>();
  for (const { thing, ...use } of rows) uses.set(thing, [...(uses.get(thing) ?? []), use]);
  return uses;
}
