import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv, type Env } from '../../config/env';
import { familyOf, freePorts, launch, type Running, until } from './processes';

export type Part = 'database' | 'temporal' | 'api' | 'worker' | 'app';

/**
 * The product's processes on free ports and a data folder of its own, each of which can be killed by itself. Parts that
 * end are started again, as a supervisor would.
 */
export class Stack {
  readonly env: Env;
  /** Parts that ended without being told to. */
  readonly crashes: string[] = [];
  private readonly running = new Map<string, Running>();
  private isClosing = false;

  private constructor(
    private readonly settings: Record<string, string>,
    private readonly dataDir: string,
    private readonly nodeArgs: readonly string[],
  ) {
    this.env = readEnv(settings);
  }

  /** @param providers where the model and Evolution are; nothing of the sandbox is started */
  static async start(
    providers: { openaiUrl: string; evolutionUrl: string },
    parts: Part[],
    extra: Record<string, string> = {},
    nodeArgs: readonly string[] = [],
  ): Promise<Stack> {
    const dataDir = mkdtempSync(join(tmpdir(), 'prosa-stack-'));
    const names = ['PORT', 'DATABASE_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'];
    const ports = await freePorts(names.length);
    const stack = new Stack(
      {
        NODE_ENV: 'development',
        DATA_DIR: dataDir,
        ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
        EVOLUTION_URL: providers.evolutionUrl,
        EVOLUTION_API_KEY: 'stand-in',
        OPENAI_BASE_URL: providers.openaiUrl,
        OPENAI_API_KEY: 'stand-in',
        SANDBOX: 'off',
        ...extra,
      },
      dataDir,
      nodeArgs,
    );
    await stack.open(parts);
    return stack;
  }

  private async open(parts: Part[]): Promise<void> {
    this.keep('database');
    this.keep('temporal');
    await until('the database', () => canConnect(this.env.database.port));
    await until('Temporal', () => canConnect(this.env.temporal.port));
    await new Promise((resolve) => launch('migrate', [], this.settings).child.once('exit', resolve));
    for (const part of parts) this.keep(part);
    await this.ready();
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.env.port)}`;
  }

  /** Resolves when the product says that it can work. */
  ready(): Promise<void> {
    return until('the product', async () => (await fetch(`${this.url}/ready`)).ok);
  }

  /** Another process of dist with this stack's settings, which ends with it. */
  launch(name: string, args: string[] = []): Running {
    const running = launch(name, args, this.settings, this.nodeArgs);
    this.running.set(name, running);
    return running;
  }

  private keep(part: Part): void {
    const { child } = this.launch(part);
    child.once('exit', (code, signal) => {
      if (this.isClosing) return;
      if (signal !== 'SIGKILL') this.crashes.push(`${part} ended with ${String(code ?? signal)}`);
      this.keep(part);
    });
  }

  /** Process ids of a part and of all it started. */
  pids(name: string): number[] {
    const pid = this.running.get(name)?.child.pid;
    return pid === undefined ? [] : familyOf(pid);
  }

  /** Ends a part outright; it is started again at once. */
  kill(part: Part): void {
    for (const pid of this.pids(part).reverse()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone meanwhile.
      }
    }
  }

  async close(): Promise<void> {
    this.isClosing = true;
    for (const each of [...this.running.values()].reverse()) await each.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export async function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
