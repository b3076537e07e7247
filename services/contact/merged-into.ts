import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';

const rows = z.array(z.object({ id: z.string() }));

/** A contact and all that were merged into it, however many merges ago: what happened to them happened to it. */
export async function withMerged(tx: Transaction, tenantId: string, id: string): Promise<string[]> {
  const found = rows.parse(
    await tx.$queryRaw`
      WITH RECURSIVE one AS (
        SELECT ${id}::uuid AS id
        UNION
        SELECT k.id FROM contacts k JOIN one ON k.merged_into_id = one.id WHERE k.tenant_id = ${tenantId}::uuid
      ) SELECT id FROM one`,
  );
  return found.map((row) => row.id);
}
