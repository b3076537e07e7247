import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { freePorts } from '../../tests/support/processes';
import { deliver, type Target } from '../load';
import type { Stubs } from '../stubs';
import { begin, finish, ready } from './child';
import type { Cleanup } from './cleanup';
import type { Postgres } from './postgres';
import { webhookUrl, WORKFLOW_ID, workflowFor } from './workflow';

/**
 * n8n in its usual mode (one process, no queue) on PostgreSQL, with the workflow published. It keeps its own defaults
 * but for what calls home.
 *
 * @param program of `installN8n`
 */
export async function startN8n(
  cleanup: Cleanup,
  program: string,
  folder: string,
  postgres: Postgres,
  stubs: Stubs,
): Promise<Target> {
  const home = join(folder, 'n8n');
  mkdirSync(home);
  const [port = 0, brokerPort = 0] = await freePorts(2);
  const options = { cwd: home, log: `${home}.log`, env: environment(home, port, brokerPort, postgres.url) };
  const n8n = (...args: string[]): [string, string[]] => [process.execPath, [program, ...args]];

  const file = join(home, 'workflow.json');
  writeFileSync(file, JSON.stringify([workflowFor(stubs)]));
  await finish(cleanup, ...n8n('import:workflow', `--input=${file}`), options);
  await finish(cleanup, ...n8n('publish:workflow', `--id=${WORKFLOW_ID}`), options);
  const child = begin(cleanup, ...n8n('start'), options);
  const target: Target = {
    url: webhookUrl(port),
    headers: {},
    instance: 'peer',
    parts: () => ({ n8n: child.pids(), ...(postgres.pids && { postgres: postgres.pids() }) }),
  };
  await ready('n8n', child, () => healthy(port));
  await ready('the workflow of n8n', child, () => answersOnce(target, stubs));
  return target;
}

function environment(home: string, port: number, brokerPort: number, database: URL): Record<string, string> {
  return {
    DB_TYPE: 'postgresdb',
    DB_POSTGRESDB_HOST: database.hostname,
    DB_POSTGRESDB_PORT: database.port || '5432',
    DB_POSTGRESDB_DATABASE: decodeURIComponent(database.pathname.slice(1)),
    DB_POSTGRESDB_USER: decodeURIComponent(database.username),
    DB_POSTGRESDB_PASSWORD: decodeURIComponent(database.password),
    N8N_USER_FOLDER: home,
    N8N_ENCRYPTION_KEY: randomBytes(16).toString('hex'),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    NODE_ENV: 'production',
    N8N_LOG_LEVEL: 'warn',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
  };
}

async function healthy(port: number): Promise<void> {
  const { statusCode, body } = await request(`http://127.0.0.1:${String(port)}/healthz`);
  await body.dump();
  if (statusCode !== 200) throw new Error(`n8n says ${String(statusCode)}`);
}

/** Its address answers before its webhooks do. */
async function answersOnce(target: Target, stubs: Stubs): Promise<void> {
  const LIMIT_MS = 5_000;
  const token = `tk-first-${randomBytes(4).toString('hex')}`;
  const replied = stubs.reply(token);
  const status = await deliver(target, '5511960000000', token);
  if (status !== 200) throw new Error(`the webhook says ${String(status)}`);
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), LIMIT_MS).unref());
  if ((await Promise.race([replied, late])) === 'late') throw new Error('the workflow does not answer');
}
