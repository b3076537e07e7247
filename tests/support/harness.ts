import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NativeConnection } from '@temporalio/worker';
import { Runtime } from '@temporalio/worker';
import { createEvolutionClient } from '../../adapters/evolution/client';
import { createApi } from '../../api/app';
import { type Env, readEnv } from '../../config/env';
import { createLogger } from '../../config/logger';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox';
import type { Role } from '../../services/deps';
import { createTenant } from '../../services/tenant/create-tenant';
import { connectTemporal } from '../../temporal/connection';
import { type AppDeps, openDeps } from '../../temporal/open-deps';
import { installTemporalRuntime, runWorkers } from '../../temporal/run-worker';
import { newId } from '../../config/new-id';
import { Client } from '@temporalio/client';
import { Phone } from './phone';
import { TestTenant } from './test-tenant';
import { endLeftovers } from './end-leftovers';

/** TEST_LOG=debug shows what happens inside. */
const log = createLogger('test', { level: process.env['TEST_LOG'] ?? 'silent', json: true });

export const SANDBOX_TIMINGS = { connectMs: 20, serverAckMs: 5, deliveryAckMs: 10, reconnectMs: 50 };

/** No pause and no limit, unless a test asks for one (`tenant.configure({ pace })`). */
const UNPACED = { charactersPerSecond: 0, sendPerMinute: 0 };

/** The whole product in one Jest worker: real database, real Temporal, sandbox on its own port. */
export interface Harness {
  env: Env;
  deps: AppDeps;
  sandbox: Sandbox;
  url: string;
  /** A fresh tenant with one person. */
  tenant(options?: { role?: Role }): Promise<TestTenant>;
  /** The customers' side. */
  phone: Phone;
  close(): Promise<void>;
}

/**
 * @param options.workers run workers too (default); without, workflows accept and nothing answers
 * @param options.env other settings than the tests' own
 */
export async function startHarness(
  options: { workers?: boolean; env?: Record<string, string> } = {},
): Promise<Harness> {
  const sandbox = await startSandbox({ port: 0, smtpPort: 0, log, timings: SANDBOX_TIMINGS });
  const server = createServer({ keepAliveTimeout: 75_000 });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const env = testEnv({
    PUBLIC_URL: url,
    EVOLUTION_URL: sandbox.evolutionUrl,
    EVOLUTION_API_KEY: 'sandbox',
    OPENAI_BASE_URL: sandbox.openaiUrl,
    OPENAI_API_KEY: 'sandbox',
    SMTP_URL: sandbox.smtpUrl,
    // Chatwoot is at an address that tenants give: the stand-in's leads inward.
    OUTBOUND_ALLOWED_HOSTS: new URL(sandbox.url).host,
    ...options.env,
  });
  installTemporalRuntime(log);
  const connection = await connectTemporal(env);
  const deps = {
    ...(await openDeps(env, log, connection)),
    // A send that gets no answer is not waited for as long as in life.
    evolution: createEvolutionClient({ ...env.evolution, sendTimeoutMs: 600, storeDelayMs: 20 }),
  };
  const stopWorkers =
    options.workers === false
      ? () => Promise.resolve()
      : await runWorkers(env, deps, connection, (reason) => {
          throw new Error(reason);
        });
  server.on('request', createApi(deps, { dashboardDir: 'dist/dashboard', readiness: {} }));
  return {
    env,
    deps,
    sandbox,
    url,
    phone: new Phone(sandbox.url),
    async tenant({ role = 'ORG_ADMIN' } = {}) {
      const password = 'a-long-password';
      const email = `${newId()}@example.test`;
      const owner = { name: 'Rafa', email, password, role };
      const ids = await createTenant(deps, { name: `Clínica ${email.slice(0, 8)}`, owner });
      await deps.db.withTenant(ids.tenantId, (tx) =>
        tx.botConfig.update({ where: { tenantId: ids.tenantId }, data: UNPACED }),
      );
      return TestTenant.signIn({ ...ids, email, password, role, url, deps });
    },
    close: () => closeAll(server, stopWorkers, deps, connection, sandbox),
  };
}

async function closeAll(
  server: Server,
  stopWorkers: () => Promise<void>,
  deps: AppDeps,
  connection: NativeConnection,
  sandbox: Sandbox,
): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((closed) => server.close(() => closed()));
  await endLeftovers(new Client({ connection, namespace: deps.env.temporal.namespace }));
  await stopWorkers();
  await deps.close();
  await connection.close();
  await sandbox.close();
  await Runtime.instance().shutdown();
}

/** The settings of the shared database and this Jest worker's namespace. */
export function testEnv(overrides: Record<string, string> = {}): Env {
  return readEnv({
    NODE_ENV: 'test',
    DATA_DIR: '.local/test',
    DATABASE_PORT: process.env['TEST_DATABASE_PORT'],
    TEMPORAL_PORT: process.env['TEST_TEMPORAL_PORT'],
    TEMPORAL_NAMESPACE: `test-${process.env['JEST_WORKER_ID'] ?? '1'}`,
    ...overrides,
  });
}
