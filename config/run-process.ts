import { readEnv, SettingsError, type Env } from './env';
import { hasErrorCode } from './has-error-code';
import { createLogger, type Logger } from './logger';

/** Something a person can put right; its message says what and how. */
export class StartupError extends Error {}

/** Longer than any part's own patience; then the process goes anyway (ms). */
const STOP_WITHIN_MS = 15_000;

/**
 * Runs a process's life: settings, start, stop on SIGTERM, SIGINT or (EXIT_WITH_PARENT) when whoever started it is
 * gone. What prevents the start is told in one sentence, without a stack trace, and ends it with code 1.
 *
 * @param start makes everything and returns how to stop it
 */
export function runProcess(
  name: string,
  start: (env: Env, log: Logger, stopSoon: (reason: string) => void) => Promise<() => Promise<void>>,
): void {
  // The one place besides env.ts that looks: whether to stop with the parent is no setting of the product.
  // oxlint-disable-next-line no-restricted-properties
  const environment = process.env;
  let log: Logger | undefined;
  let stop: (() => Promise<void>) | undefined;
  let stopping = false;

  async function end(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(code || 1), STOP_WITHIN_MS).unref();
    try {
      await stop?.();
    } catch (error) {
      log?.error({ err: error }, 'a part did not stop cleanly');
    }
    process.exit(code);
  }

  process.on('SIGTERM', () => void end(0));
  process.on('SIGINT', () => void end(0));
  if (environment['EXIT_WITH_PARENT'] === '1') {
    process.stdin.resume();
    process.stdin.on('end', () => void end(0));
    process.stdin.on('error', () => void end(0));
  }

  (async () => {
    const env = readEnv(environment);
    log = createLogger(name, { level: env.logLevel, json: env.production });
    const logger = log;
    stop = await start(env, logger, (reason) => {
      logger.fatal({ reason }, 'stopping');
      void end(1);
    });
  })().catch((error: unknown) => {
    process.stderr.write(`${name}: ${sentenceOf(error)}\n`);
    log?.debug({ err: error }, 'could not start');
    void end(1);
  });
}

function sentenceOf(error: unknown): string {
  if (error instanceof SettingsError || error instanceof StartupError) return error.message;
  if (hasErrorCode(error, 'EADDRINUSE')) {
    const port = typeof error === 'object' && error !== null && 'port' in error ? String(error.port) : '';
    return `Port ${port} is taken by another program. Stop it, or choose another port in .env (see .env.example).`;
  }
  return `Could not start: ${error instanceof Error ? error.message : String(error)}`;
}
