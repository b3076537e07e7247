import * as z from 'zod';
import type { Transaction } from '../adapters/postgres/database';

/**
 * What the database's clock says (Unix ms): the one that wrote the times in its rows. A process whose own clock is
 * wrong must not find everything late, or nothing.
 */
export async function databaseTime(tx: Transaction): Promise<number> {
  const rows = await tx.$queryRaw`SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now`;
  const [row] = z.array(z.object({ now: z.number() })).parse(rows);
  if (row === undefined) throw new Error('a query for the time returned no row');
  return row.now;
}
