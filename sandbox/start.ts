import { join } from 'node:path';
import { createLogger } from '../config/logger';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';

const env = process.env;
const port = Number(env['SANDBOX_PORT'] ?? 3010);
const log = createLogger('sandbox', {
  level: env['LOG_LEVEL'] ?? 'info',
  json: env['NODE_ENV'] === 'production',
});

const sandbox = await startOrExplain({
  port,
  smtpPort: port === 0 ? 0 : port + 1,
  dataDir: env['DATA_DIR'] ?? '.local',
  apiKey: env['EVOLUTION_API_KEY'] ?? 'sandbox',
  host: env['SANDBOX_HOST'] ?? '127.0.0.1',
  phoneDir: join(process.cwd(), 'dist/phone'),
  log,
});

log.info(`sandbox ready: phone ${sandbox.url}, mail ${sandbox.smtpUrl}`);

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
if (env['EXIT_WITH_PARENT'] === '1') {
  // The pipe to whoever started this process closes when that one ends, however it ends.
  process.stdin.resume();
  process.stdin.once('end', stop);
  process.stdin.once('close', stop);
}

let isStopping = false;

function stop(): void {
  if (isStopping) return;
  isStopping = true;
  sandbox.close().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'the sandbox did not stop cleanly');
      process.exit(1);
    },
  );
}

async function startOrExplain(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await startSandbox(options);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  const isBusy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isBusy) {
    const busy = 'port' in error ? String(error.port) : String(port);
    return `Port ${busy} is already in use: stop what listens there, or set SANDBOX_PORT to another one.`;
  }
  return `The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`;
}
