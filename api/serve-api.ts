import { createServer } from 'node:http';
import { resolve } from 'node:path';
import type { createLocalLiveEvents } from '../adapters/live/live-events';
import { createPresence } from '../adapters/live/presence';
import { createMemoryLimits, createRedisLimits } from '../adapters/limits/limits';
import { createApi } from './app';
import type { ApiDeps } from './endpoint';
import { serveLiveEvents } from './live';
import type { ReadinessCheck } from './routes/health';

/**
 * Longer than any proxy or provider keeps an idle connection: whoever closes first must not be us, or a webhook sent
 * into a closing connection waits for its retry (ms).
 */
const KEEP_ALIVE_MS = 75_000;
/**
 * Longer than a phone's reply waits for its verdict. A webhook that still waits for its turn at the intake is cut off; its
 * provider sends it again.
 */
const DRAIN_MS = 8_000;

/** Listens for HTTP and sockets. @returns how to stop: no new requests, the ones under way finish */
export async function serveApi(
  deps: ApiDeps,
  options: {
    local: ReturnType<typeof createLocalLiveEvents> | undefined;
    readiness: Record<string, ReadinessCheck>;
  },
): Promise<() => Promise<void>> {
  const { env, log } = deps;
  const limits =
    env.redisUrl === undefined ? createMemoryLimits() : await createRedisLimits(env.redisUrl, log);
  const presence = createPresence();
  const app = createApi(deps, {
    dashboardDir: resolve('dist/dashboard'),
    readiness: options.readiness,
    limits,
    presence,
  });
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
  const live = await serveLiveEvents(server, { env, log, local: options.local, presence });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(env.port, listening);
  });
  log.info({ port: env.port }, 'the API is up');
  return async () => {
    await live.close();
    server.closeIdleConnections();
    const hard = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await new Promise<void>((closed) => server.close(() => closed()));
    clearTimeout(hard);
    await limits.close();
  };
}
