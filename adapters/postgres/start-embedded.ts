import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runProcess } from '../../config/run-process';
import { startEmbeddedDatabase } from './embedded';
import { keepMaintained } from './maintenance';

/** The embedded database's own process: a query never blocks the app, and killing the app never kills the data. */
runProcess('database', async (env, log) => {
  const dataDir = join(env.dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  const database = await startEmbeddedDatabase({ dataDir, port: env.database.port });
  log.info({ port: env.database.port }, 'embedded PostgreSQL is up');
  const client = new pg.Client({ connectionString: database.url });
  const failed = (error: unknown) => log.warn({ err: error }, 'maintenance of the database failed');
  client.on('error', failed);
  await client.connect();
  const stopMaintaining = keepMaintained(client, failed);
  return async () => {
    await stopMaintaining();
    await client.end();
    await database.close();
  };
});
