import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '../../config/run-process';
import { startEmbeddedDatabase } from './embedded';

/** The embedded database's own process: a query never blocks the app, and killing the app never kills the data. */
runProcess('database', async (env, log) => {
  const dataDir = join(env.dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  const database = await startEmbeddedDatabase({ dataDir, port: env.database.port });
  log.info({ port: env.database.port }, 'embedded PostgreSQL is up');
  return () => database.close();
});
