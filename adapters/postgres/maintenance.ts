import type { Client } from 'pg';

/** How often tables are looked at (ms). */
const EVERY_MS = 10_000;

/**
 * The share of changed rows at which PostgreSQL's autovacuum vacuums or analyses a table, at its defaults
 * (https://www.postgresql.org/docs/18/routine-vacuuming.html#AUTOVACUUM).
 */
const DUE = `
  SELECT format('%I.%I', s.schemaname, s.relname) AS name,
         s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
           OR s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0) AS vacuum,
         s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0) AS analyze
  FROM pg_stat_user_tables s
  JOIN pg_class c ON c.oid = s.relid`;

/**
 * What autovacuum does on a server: the embedded database has no background processes. Without statistics its
 * functions keep the plans they made when the tables were empty, and each message reads all that its tenant ever wrote
 * (measured: 8 ms of database a message grew to 17 within 7,600 messages).
 *
 * @returns what was done, for the log
 */
export async function maintain(client: Client): Promise<string[]> {
  // Counts are otherwise written a second later, or with the next statement after it.
  await client.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await client.query<{ name: string; vacuum: boolean; analyze: boolean }>(DUE);
  const statements = rows.flatMap(({ name, vacuum, analyze }) => {
    if (vacuum) return [`VACUUM ${analyze ? '(ANALYZE) ' : ''}${name}`];
    return analyze ? [`ANALYZE ${name}`] : [];
  });
  // One at a time, so that what waits for the backend goes between.
  for (const statement of statements) await client.query(statement);
  return statements;
}

/** Maintains until it is stopped. */
export function keepMaintained(client: Client, failed: (error: unknown) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const next = () => {
    timer = setTimeout(() => {
      round = maintain(client)
        .catch(failed)
        .finally(() => {
          if (!isStopped) next();
        });
    }, EVERY_MS);
  };
  next();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await round;
  };
}
