import { resolve } from 'node:path';
import pg from 'pg';
import { applyMigrations } from '../adapters/postgres/migrate';
import { runProcess } from '../config/run-process';
import { waitUntil } from '../config/wait-until';

const DATABASE_UP_WITHIN_MS = 30_000;

/** Brings the database up to date, and ends. `npm run migrate` */
runProcess('migrate', async (env, log) => {
  await waitUntil(() => answer(env.database.url), {
    withinMs: DATABASE_UP_WITHIN_MS,
    sorry: env.database.embedded
      ? 'The embedded database did not come up within 30 seconds; see its log above.'
      : 'The database named by DATABASE_URL did not answer within 30 seconds. Check the address, the password and that it runs.',
  });
  const applied = await applyMigrations(env.database.url, resolve('prisma'));
  log.info({ applied }, applied.length === 0 ? 'the database is up to date' : 'migrations applied');
  process.exit(0);
});

async function answer(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    await client.query('SELECT 1');
  } finally {
    await client.end();
  }
}
