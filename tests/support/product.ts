import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../adapters/postgres/database';
import { eventually } from './eventually';

/** Read by the environment of these tests when one fails. */
const products: Product[] = [];
Object.assign(globalThis, { products });

/** The product as `npm start` runs it, on free ports and a data folder of its own. */
export class Product {
  readonly url: string;
  readonly sandboxUrl: string;
  output = '';
  private child: ChildProcess | undefined;

  private constructor(
    readonly dataDir: string,
    readonly ports: Record<
      'PORT' | 'SANDBOX_PORT' | 'DATABASE_PORT' | 'TEMPORAL_PORT' | 'TEMPORAL_UI_PORT',
      number
    >,
  ) {
    this.url = `http://localhost:${ports.PORT}`;
    this.sandboxUrl = `http://localhost:${ports.SANDBOX_PORT}`;
  }

  static async create(): Promise<Product> {
    const [PORT, DATABASE_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT] = await freePorts(4);
    // Mail listens on the next one.
    const SANDBOX_PORT = await freePair();
    const product = new Product(mkdtempSync(join(tmpdir(), 'prosa-e2e-')), {
      PORT: PORT ?? 0,
      SANDBOX_PORT,
      DATABASE_PORT: DATABASE_PORT ?? 0,
      TEMPORAL_PORT: TEMPORAL_PORT ?? 0,
      TEMPORAL_UI_PORT: TEMPORAL_UI_PORT ?? 0,
    });
    products.push(product);
    return product;
  }

  /** A second `npm start` beside this one. */
  launchAnother(): { code: Promise<number | null>; output(): string } {
    let output = '';
    const child = this.spawn({}, (text) => (output += text));
    return { code: new Promise((resolve) => child.once('exit', resolve)), output: () => output };
  }

  /** Starts it and does not wait. */
  launch(overrides: Record<string, string> = {}): ChildProcess {
    this.child = this.spawn(overrides, (text) => (this.output += text));
    return this.child;
  }

  private spawn(overrides: Record<string, string>, hear: (text: string) => void): ChildProcess {
    const environment: NodeJS.ProcessEnv = { ...process.env };
    // Jest's own: the product must not run as its tests do.
    for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'JEST_WORKER_ID'])
      Reflect.deleteProperty(environment, name);
    const ports = Object.fromEntries(Object.entries(this.ports).map(([name, port]) => [name, String(port)]));
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...environment, ...ports, DATA_DIR: this.dataDir, ...overrides },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', hear);
    }
    return child;
  }

  async start(): Promise<void> {
    // What an earlier start has said is no news: the sandbox may come up after the API.
    const saidBefore = this.output.length;
    const child = this.launch();
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${this.output}`);
      if (!(await this.isReady())) throw new Error(`not ready:\n${this.output.slice(-3_000)}`);
    }, 120_000);
    await eventually(() => {
      if (!this.output.includes('Prosa is ready', saidBefore)) throw new Error('not announced');
    }, 60_000);
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.url}/ready`).then(
      (response) => response.ok,
      () => false,
    );
  }

  /** Ends the supervisor with a signal and waits for it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }

  /** One more person of the demonstration's company, with its password: there is no page to add one yet. */
  async addColleague({ name, email }: { name: string; email: string }): Promise<void> {
    const url = `postgresql://postgres:postgres@127.0.0.1:${this.ports.DATABASE_PORT}/postgres`;
    const db = openDatabase({ url, embedded: true, log: (error) => (this.output += `${error.message}\n`) });
    await db.withSystem(async (tx) => {
      const demo = await tx.user.findFirstOrThrow({
        where: { email: 'demo@prosa.local' },
        include: { memberships: true },
      });
      const user = await tx.user.create({ data: { name, email, passwordHash: demo.passwordHash } });
      const tenantId = demo.memberships[0]?.tenantId ?? '';
      await tx.membership.create({ data: { tenantId, userId: user.id, role: 'ORG_MANAGER' } });
    });
    await db.close();
  }

  /** Nothing listens on any of its ports. */
  async isGone(): Promise<boolean> {
    const taken = await Promise.all(Object.values(this.ports).map(isTaken));
    return taken.every((each) => !each);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function freePort(port = 0): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const found = (server.address() as AddressInfo).port;
      server.close(() => resolve(found));
    });
  });
}

async function freePorts(count: number): Promise<number[]> {
  const found = await Promise.all(Array.from({ length: count }, () => freePort()));
  return found.flatMap((port) => port ?? []);
}

async function freePair(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (port !== undefined && (await freePort(port + 1)) !== undefined) return port;
  }
}

async function isTaken(port: number): Promise<boolean> {
  return (await freePort(port)) === undefined;
}
