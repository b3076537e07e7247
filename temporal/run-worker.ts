import { resolve } from 'node:path';
import { DefaultLogger, type NativeConnection, Runtime } from '@temporalio/worker';
import type { Env } from '../config/env';
import type { Logger } from '../config/logger';
import { waitUntil } from '../config/wait-until';
import { connectTemporal } from './connection';
import type { AppDeps } from './open-deps';
import { prepareNamespace } from './prepare-namespace';
import { createWorkers } from './worker';

/** Made by scripts/build.mjs. */
const WORKFLOW_BUNDLE = resolve('dist/workflows.js');

const TEMPORAL_UP_WITHIN_MS = 30_000;

/** Sends what the Temporal SDK has to say through our log. Once a process, before any connection. */
export function installTemporalRuntime(log: Logger): void {
  const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      // Queues of activities alone are meant.
      if (!message.startsWith('No workflows registered')) log[levels[level]](meta ?? {}, message);
    }),
    // Signals are ours to handle (config/run-process.ts).
    shutdownSignals: [],
  });
}

/** Connects to Temporal, waiting for it to come up, and makes what our workflows expect there. */
export async function openTemporal(env: Env, log: Logger): Promise<NativeConnection> {
  return waitUntil(
    async () => {
      const connection = await connectTemporal(env);
      await prepareNamespace(connection, env.temporal.namespace, log);
      return connection;
    },
    {
      withinMs: TEMPORAL_UP_WITHIN_MS,
      sorry: env.temporal.embedded
        ? 'The Temporal development server did not come up within 30 seconds; see its log above.'
        : `Temporal at ${env.temporal.address} did not answer within 30 seconds. Check TEMPORAL_ADDRESS and that it runs.`,
    },
  );
}

/** Starts the workers. @returns how to stop them */
export async function runWorkers(
  env: Env,
  deps: AppDeps,
  connection: NativeConnection,
  onFailure: (reason: string) => void,
): Promise<() => Promise<void>> {
  const workers = await createWorkers({
    connection,
    namespace: env.temporal.namespace,
    workflowBundle: WORKFLOW_BUNDLE,
    deps,
  });
  const running = workers.run().catch((error: unknown) => {
    deps.log.fatal({ err: error }, 'a worker failed');
    onFailure('a worker failed');
  });
  return async () => {
    workers.shutdown();
    await running;
  };
}
