// Starts the parts in order, waits for each, restarts one that dies, stops them in reverse.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { ownRun, releaseRun } from './run-file.mjs';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
const LONGEST_PAUSE_MS = 30_000;
/** A part that has run this long has recovered: its next death is its first. */
const RECOVERED_AFTER_MS = 60_000;

export class Supervisor {
  stopping = false;
  #env;
  #parts = [];
  #oneShot;

  constructor(env) {
    this.#env = env;
  }

  async start() {
    const env = this.#env;
    await ownRun(env.dataDir);
    await requireFreePorts(portsOf(env));

    const up = [];
    if (env.database.embedded) {
      this.#launch('database');
      up.push(this.#portOpens('database', env.database.port));
    }
    if (env.temporal.embedded) {
      this.#launch('temporal');
      // Building it may take minutes; as long as its process lives there is hope.
      up.push(this.#portOpens('temporal', env.temporal.port, Infinity));
    }
    if (env.sandbox.on) {
      this.#launch('sandbox');
      up.push(this.#portOpens('sandbox', env.sandbox.port));
    }
    await Promise.all(up);
    await this.#runOnce('migrate');
    if (!env.production) await this.#runOnce('seed');
    this.#launch('app');
    await this.#answers('app', `http://127.0.0.1:${env.port}/ready`);
    this.started = true;
  }

  async stop(code) {
    if (this.stopping) return;
    this.stopping = true;
    this.#oneShot?.kill('SIGTERM');
    for (const part of [...this.#parts].reverse()) await stopPart(part);
    releaseRun(this.#env.dataDir);
    process.exit(code);
  }

  /** Keeps a process running. Before everything has started once, its death is the start's failure. */
  #launch(name) {
    const part = { name, child: undefined, deaths: 0, failed: undefined };
    this.#parts.push(part);
    const run = () => {
      const startedAt = Date.now();
      part.child = spawnPart(name);
      part.child.on('exit', (code, signal) => {
        if (this.stopping) return;
        part.failed = new Error(
          `The ${name} process ended (${signal ?? `code ${code}`}); its words are above.`,
        );
        if (!this.started) return;
        part.deaths = Date.now() - startedAt > RECOVERED_AFTER_MS ? 1 : part.deaths + 1;
        const pause = part.deaths === 1 ? 0 : Math.min(1000 * 2 ** (part.deaths - 2), LONGEST_PAUSE_MS);
        process.stderr.write(
          `The ${name} process ended (${signal ?? `code ${code}`}); starting it again in ${pause / 1000} s\n`,
        );
        setTimeout(() => {
          if (!this.stopping) run();
        }, pause);
      });
    };
    run();
  }

  #runOnce(name) {
    return new Promise((done, failed) => {
      this.#oneShot = spawnPart(name);
      this.#oneShot.on('exit', (code) => {
        this.#oneShot = undefined;
        if (code === 0) done();
        else failed(new Error(`${name} failed; its words are above.`));
      });
    });
  }

  async #portOpens(name, port, withinMs = READY_WITHIN_MS) {
    await this.#until(name, withinMs, () => canConnect(port));
  }

  async #answers(name, url) {
    await this.#until(name, READY_WITHIN_MS, async () => (await fetch(url)).ok);
  }

  async #until(name, withinMs, works) {
    const part = this.#parts.find((candidate) => candidate.name === name);
    const until = Date.now() + withinMs;
    for (;;) {
      if (this.stopping) return new Promise(() => {});
      if (part.failed) throw part.failed;
      if (await works().catch(() => false)) return;
      if (Date.now() > until)
        throw new Error(`The ${name} process did not become ready in ${withinMs / 1000} s.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Short-lived objects are most of what a message makes: fewer, larger collections save a seventh of its CPU (docs/benchmarks.md). */
const YOUNG_GENERATION = '--max-semi-space-size=32';

/**
 * In a session of its own, so that Ctrl-C reaches it through us and in order; its standard input is held open, and
 * when we are killed it ends by itself.
 */
function spawnPart(name) {
  const child = spawn(process.execPath, [YOUNG_GENERATION, `dist/${name}.js`], {
    env: { ...process.env, EXIT_WITH_PARENT: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => {});
  prefix(child.stdout, process.stdout, name);
  prefix(child.stderr, process.stderr, name);
  return child;
}

function prefix(from, to, name) {
  let rest = '';
  from.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) to.write(`${name.padEnd(8)} | ${line}\n`);
  });
}

async function stopPart({ child }) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await ended;
  clearTimeout(hard);
}

function portsOf(env) {
  return [
    ['PORT', env.port],
    ...(env.database.embedded ? [['DATABASE_PORT', env.database.port]] : []),
    ...(env.temporal.embedded
      ? [
          ['TEMPORAL_PORT', env.temporal.port],
          ['TEMPORAL_UI_PORT', env.temporal.uiPort],
        ]
      : []),
    ...(env.sandbox.on
      ? [
          ['SANDBOX_PORT', env.sandbox.port],
          ['SANDBOX_PORT + 1 (mail)', env.sandbox.smtpPort],
        ]
      : []),
  ];
}

/** Every taken port at once, by the name of its setting. */
async function requireFreePorts(ports) {
  const taken = [];
  for (const [setting, port] of ports) if (!(await isFree(port))) taken.push(`${port} (${setting})`);
  if (taken.length === 0) return;
  const them = taken.length === 1 ? 'Port' : 'Ports';
  throw new Error(
    `${them} ${taken.join(', ')} taken by another program. Stop it, or choose other ports in .env.`,
  );
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

function canConnect(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
