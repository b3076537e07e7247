import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

export interface Running {
  child: ChildProcess;
  stop(): Promise<void>;
}

/** As scripts/supervisor.mjs starts them. */
const YOUNG_GENERATION = '--max-semi-space-size=32';

/** Starts one of dist's processes quietly; it ends with us. */
export function launch(
  name: string,
  args: string[],
  env: Record<string, string>,
  nodeArgs: readonly string[] = [],
): Running {
  const child = spawn(process.execPath, [YOUNG_GENERATION, ...nodeArgs, `dist/${name}.js`, ...args], {
    env: { ...process.env, LOG_LEVEL: 'warn', EXIT_WITH_PARENT: '1', ...env },
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  return {
    child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** A process and all that it started. */
export function familyOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = rows.filter(([, parent]) => parent === pid).flatMap(([child = 0]) => familyOf(child));
  return [pid, ...children];
}

export async function until(what: string, works: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 600_000;
  while (!(await works().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} did not come up`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
