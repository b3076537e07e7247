import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { familyOf } from '../../tests/support/processes';
import type { Cleanup } from './cleanup';

/** Then it is ended outright. */
const GRACE_MS = 10_000;
const LAST_LINES = 15;

export interface Child {
  /** It and all that it started. */
  pids(): number[];
  /** Resolves with its exit code; `null` when a signal ended it. */
  ended: Promise<number | null>;
  /** What it wrote last, to be shown when something went wrong. */
  lastWords(): string;
}

interface Options {
  cwd: string;
  /** File for all it writes: n8n spins at full load when a pipe it writes to is closed. */
  log: string;
  env?: Record<string, string>;
  /** Who it runs as, if not as us. */
  user?: { uid: number; gid: number };
  stopWith?: NodeJS.Signals;
}

/** Starts a program that ends with the run. */
export function begin(cleanup: Cleanup, program: string, args: string[], options: Options): Child {
  const output = openSync(options.log, 'a');
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, output],
    ...options.user,
  });
  closeSync(output);
  let isOver = false;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  }).finally(() => (isOver = true));
  // Whoever waits for it hears of it; nobody waits for one that is being stopped.
  ended.catch(() => undefined);
  const pids = () => (isOver || child.pid === undefined ? [] : familyOf(child.pid));
  cleanup.add(async () => {
    const family = pids();
    if (family.length === 0) return;
    child.kill(options.stopWith ?? 'SIGTERM');
    const late = new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref());
    await Promise.race([ended, late]);
    family.forEach(endOutright);
  });
  return { pids, ended, lastWords: () => lastLinesOf(options.log) };
}

/** Runs a program to its end. @throws Error with its last words when it fails */
export async function finish(
  cleanup: Cleanup,
  program: string,
  args: string[],
  options: Options,
): Promise<void> {
  const child = begin(cleanup, program, args, options);
  const code = await child.ended;
  if (code !== 0)
    throw new Error(`${[program, ...args].join(' ')} ended with ${String(code)}:\n${child.lastWords()}`);
}

/** Resolves when `works` says so. @throws Error with the child's last words when it ends before */
export async function ready(what: string, child: Child, works: () => Promise<void>): Promise<void> {
  const over = child.ended.then((code) => {
    throw new Error(`${what} ended with ${String(code)}:\n${child.lastWords()}`);
  });
  await Promise.race([over, answers(what, works)]);
}

async function answers(what: string, works: () => Promise<void>): Promise<void> {
  const LIMIT_MS = 300_000;
  const EVERY_MS = 300;
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    try {
      await works();
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what} did not come up`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}

function endOutright(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone meanwhile, as it should.
  }
}

function lastLinesOf(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-LAST_LINES).join('\n');
}
