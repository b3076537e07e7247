// Starts what integration tests share: the embedded database and a Temporal server, on free ports, by pid.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/build.mjs';

/** One namespace a Jest worker, so that test files that run at once do not take each other's tasks. */
export const TEST_NAMESPACES = ['test-1', 'test-2', 'test-3', 'test-4'];

export default async function globalSetup() {
  await build(['prisma client', 'server', 'workflows']);
  const dataDir = mkdtempSync(join(tmpdir(), 'prosa-test-'));
  const [databasePort, temporalPort, uiPort] = await freePorts(3);
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    DATABASE_PORT: String(databasePort),
    TEMPORAL_PORT: String(temporalPort),
    TEMPORAL_UI_PORT: String(uiPort),
    TEMPORAL_NAMESPACE: TEST_NAMESPACES.join(','),
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'warn',
    EXIT_WITH_PARENT: '1',
    // Low, so that a test gets there.
    TEMPORAL_DYNAMIC_CONFIG: 'limit.historyCount.suggestContinueAsNew=150',
    DATABASE_URL: '',
    TEMPORAL_ADDRESS: '',
  };
  const children = ['database', 'temporal'].map((name) => launch(name, env));
  globalThis.__prosaTest = { children, dataDir };
  await Promise.all([
    portOpens(databasePort, children[0], 120_000),
    portOpens(temporalPort, children[1], 1_800_000),
  ]);
  await runToEnd('migrate', env);
  process.env['TEST_DATABASE_PORT'] = String(databasePort);
  process.env['TEST_TEMPORAL_PORT'] = String(temporalPort);
}

export function globalTeardownOf({ children, dataDir }) {
  return Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          if (child.exitCode !== null) resolve();
          child.once('exit', resolve);
          child.kill('SIGTERM');
        }),
    ),
  ).then(() => rmSync(dataDir, { recursive: true, force: true }));
}

function launch(name, env) {
  const child = spawn(process.execPath, [`dist/${name}.js`], {
    env,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  return child;
}

function runToEnd(name, env) {
  return new Promise((resolve, reject) => {
    launch(name, env).on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}`)),
    );
  });
}

export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function portOpens(port, child, withinMs) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error('a part of the tests ended; its words are above');
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port}`);
}
