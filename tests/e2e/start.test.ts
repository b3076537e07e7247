import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { Phone } from '../support/phone';
import { Product } from '../support/product';
import { eventually } from '../support/test-tenant';

const QUESTION = 'Quanto custa o eletrocardiograma?';
const ANSWER = 'O eletrocardiograma custa R$ 90.';

let product: Product;
let phone: Phone;
let instance: string;

beforeAll(async () => {
  product = await Product.create();
  await product.start();
  phone = new Phone(product.sandboxUrl);
  const state = (await (await fetch(`${product.sandboxUrl}/control/state`)).json()) as {
    instances: { name: string }[];
  };
  instance = state.instances[0]?.name ?? '';
}, 180_000);
afterAll(() => product.remove());

async function asks(number = Phone.number()): Promise<string> {
  await phone.write(instance, number, QUESTION);
  return number;
}
const isAnswered = (number: string, withinMs = 60_000) =>
  eventually(async () => {
    const [answer, ...more] = await phone.received(instance, number);
    expect(answer).toContain(ANSWER);
    expect(more).toEqual([]);
  }, withinMs);
/** Ends one of the supervised processes outright. */
function kill(part: string): void {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const mark = part === 'temporal-server' ? `start-dev --db-filename ${product.dataDir}` : `dist/${part}.js`;
  for (const line of processes) {
    const [, pid = '', args = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    if (!args.includes(mark)) continue;
    const environment = part === 'temporal-server' ? product.dataDir : environmentOf(pid);
    if (environment.includes(product.dataDir)) process.kill(Number(pid), 'SIGKILL');
  }
}
function environmentOf(pid: string): string {
  return execFileSync('ps', ['eww', '-p', pid], { encoding: 'utf8' });
}

describe('npm start', () => {
  it('says what to open and how to sign in', () => {
    for (const line of [product.url, product.sandboxUrl, 'demo@prosa.local / demo-prosa', 'Temporal UI']) {
      expect(product.output).toContain(line);
    }
  });

  it('answers a message typed on the phone, without anything set up', async () => {
    await isAnswered(await asks());
  });

  it('lets the demo person in and serves dashboard, API description and health', async () => {
    const login = await fetch(`${product.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'demo@prosa.local', password: 'demo-prosa' }),
    });
    expect(login.status).toBe(200);
    for (const [path, type] of [
      ['/health', 'json'],
      ['/openapi.json', 'json'],
      ['/docs', 'html'],
      ['/docs/redoc', 'html'],
      ['/docs/swagger/swagger-ui-bundle.js', 'javascript'],
      ['/docs/redoc-assets/redoc.standalone.js', 'javascript'],
      ['/', 'html'],
      ['/conversas', 'html'],
    ] as const) {
      const response = await fetch(product.url + path, { headers: { accept: 'text/html,*/*' } });
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        200,
        expect.stringContaining(type),
      ]);
    }
    const page = await fetch(product.url);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['app', 'database', 'temporal', 'temporal-server', 'sandbox'])(
    'loses and doubles nothing when %s is killed',
    async (part) => {
      const during = await asks();
      kill(part);
      await isAnswered(during, 90_000);
      await eventually(async () => expect(await product.isReady()).toBe(true), 60_000);
      await isAnswered(await asks(), 60_000);
    },
    180_000,
  );

  it('refuses a second run on the same data, and harms the first in nothing', async () => {
    const second = product.launchAnother();
    expect(await second.code).toBe(1);
    expect(second.output()).toMatch(/running with this data folder already/);
    await isAnswered(await asks());
  });

  it('starts again after it was killed itself, with all it knew', async () => {
    const number = await asks();
    await isAnswered(number);
    await product.stop('SIGKILL');
    await eventually(
      async () => expect(await fetch(`${product.url}/health`).catch(() => undefined)).toBeUndefined(),
      30_000,
    );
    await product.start();
    const again = new Phone(product.sandboxUrl);
    await again.write(instance, number, 'E o hemograma completo?');
    await eventually(async () => {
      expect((await again.received(instance, number)).at(-1)).toContain('R$ 35');
    }, 60_000);
  }, 180_000);

  it('stops everything when it is told to', async () => {
    expect(await product.stop('SIGINT')).toBe(0);
    expect(await product.isGone()).toBe(true);
  }, 60_000);
});

describe('npm start with something wrong', () => {
  async function refused(overrides: Record<string, string>, held?: number): Promise<string> {
    const broken = await Product.create();
    const holder = createServer();
    if (held !== undefined) await new Promise<void>((resolve) => holder.listen(held, () => resolve()));
    const child = broken.launch(overrides);
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    holder.close();
    await broken.remove();
    expect(code).toBe(1);
    expect(broken.output).not.toMatch(/\n\s+at /);
    return broken.output;
  }

  it('names every busy port and its setting', async () => {
    const { PORT } = product.ports;
    expect(await refused({ PORT: String(PORT) }, PORT)).toContain(
      `Port ${PORT} (PORT) taken by another program`,
    );
  });

  it('lists every wrong setting', async () => {
    const output = await refused({ PORT: 'abc', LOG_LEVEL: 'loud', SANDBOX: 'maybe' });
    for (const name of ['PORT', 'LOG_LEVEL', 'SANDBOX']) expect(output).toContain(`  ${name}:`);
  });

  it('says so when the database or Temporal does not answer', async () => {
    const [database, temporal] = await Promise.all([
      refused({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }),
      refused({ TEMPORAL_ADDRESS: '127.0.0.1:1' }),
    ]);
    expect(database).toMatch(/DATABASE_URL did not answer/);
    expect(temporal).toMatch(/Temporal at 127\.0\.0\.1:1 did not answer/);
  }, 180_000);
});
