import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';

const bundle = resolve(`dist/start-test-${process.pid}.js`);

describe('the sandbox process', () => {
  let dataDir: string;
  let port: number;

  beforeAll(async () => {
    await build({
      entryPoints: [resolve('sandbox/start.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
  });
  afterAll(() => rm(bundle));
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
    port = await freePort();
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  function start(env: Record<string, string> = {}): ChildProcess {
    return spawn(process.execPath, [bundle], {
      env: { SANDBOX_PORT: String(port), DATA_DIR: dataDir, ...env },
    });
  }

  it('stops in order on SIGTERM', async () => {
    const child = start();
    await ready(port);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('stops when its parent goes, if asked to', async () => {
    const child = start({ EXIT_WITH_PARENT: '1' });
    await ready(port);
    child.stdin?.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('says in one sentence that the port is busy', async () => {
    const holder = createServer().listen(port, '127.0.0.1');
    await once(holder, 'listening');
    const child = start();
    const [said, [code]] = await Promise.all([
      child.stderr === null ? '' : text(child.stderr),
      once(child, 'exit'),
    ]);
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is already in use: stop what listens there, or set SANDBOX_PORT to another one.\n`,
    );
    holder.close();
  });

  it('keeps a number paired through a kill', async () => {
    const first = start();
    await ready(port);
    const call = (method: string, path: string, body?: object) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { apikey: 'sandbox', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    await call('PATCH', '/control/timings', { connectMs: 1 });
    await call('POST', '/evolution/instance/create', { instanceName: 'loja', integration: 'EVOLUTION' });
    await call('GET', '/evolution/instance/connect/loja');
    expect((await call('POST', '/control/instances/loja/scan', {})).status).toBe(200);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = start();
    await ready(port);
    const state = await (await call('GET', '/evolution/instance/connectionState/loja')).text();
    expect(state).toContain('"state":"open"');
    second.kill('SIGTERM');
    await once(second, 'exit');
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function ready(port: number): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/evolution/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the sandbox did not start');
}
