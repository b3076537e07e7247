import type { Transaction } from '../../adapters/postgres/database';

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
       AND (f.published = v.number OR EXISTS (
             SELECT FROM flow_runs r WHERE r.tenant_id = v.tenant_id AND r.version_id = v.id AND r.ended_at IS NULL))
       AND jsonb_path_exists(v.document, ${place}::jsonpath, jsonb_build_object('id', ${id}::text))
     LIMIT 1`;
  return users.length > 0;
}
