import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { runProcess, StartupError } from '../../config/run-process';
import { findTemporalCli } from './find-cli';
import { DEV_SERVER_ENVIRONMENT, devServerArguments } from './settings';

/** The server writes what it holds before it goes; then it is made to (ms). */
const GRACE_MS = 8_000;

/** Finds (or builds) the Temporal CLI and keeps its development server running while this process lives. */
runProcess('temporal', async (env, log, stopSoon) => {
  // The machine's environment: PATH, caches, Go's settings.
  // oxlint-disable-next-line no-restricted-properties
  const environment = process.env;
  let executable: string;
  try {
    executable = await findTemporalCli({
      named: environment['TEMPORAL_CLI'] || undefined,
      path: environment['PATH'] ?? '',
      xdgCacheHome: environment['XDG_CACHE_HOME'] || undefined,
      goModule: resolve('temporal/cli'),
      say: (line) => log.info(line),
    });
  } catch (error) {
    throw new StartupError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const { port, uiPort, namespace } = env.temporal;
  for (const wanted of [port, uiPort]) await requireFreePort(wanted);
  mkdirSync(env.dataDir, { recursive: true });

  let stopping = false;
  const extraConfig = environment['TEMPORAL_DYNAMIC_CONFIG']?.split(' ').filter(Boolean) ?? [];
  const settings = { dataDir: env.dataDir, namespace, port, uiPort, extraConfig };
  const child = spawn(executable, devServerArguments(settings), {
    env: { ...environment, ...DEV_SERVER_ENVIRONMENT },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => log.debug(text.trim()));
  const ended = new Promise<void>((done) => {
    child.on('error', () => done());
    child.on('exit', (code, signal) => {
      if (!stopping) stopSoon(`the Temporal server ended (${signal ?? code ?? ''})`);
      done();
    });
  });
  log.info({ port, uiPort }, 'Temporal development server is starting');
  return async () => {
    stopping = true;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(hard);
  };
});

/** The server's own words for a taken port come late and with a stack. */
async function requireFreePort(port: number): Promise<void> {
  await new Promise<void>((free, taken) => {
    const probe = createServer();
    probe.once('error', taken);
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
  });
}
