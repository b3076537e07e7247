import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutboundHttp } from '../../adapters/http/outbound-http';
import { flowOf } from '../../tests/support/flow';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishDocument } from '../../tests/support/published-flow';
import type { TestTenant } from '../../tests/support/test-tenant';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { callHttp, type HttpOutcome } from './call-http';

let harness: Harness;
let tenant: TestTenant;
let stranger: TestTenant;
let agent: TestTenant;
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  harness = await startHarness({ workers: false, env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } });
  tenant = await harness.tenant();
  stranger = await harness.tenant();
  agent = await tenant.colleague('Ana');
}, 60_000);
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
afterAll(() => harness.close());

interface Seen {
  url: string;
  method: string;
  headers: IncomingMessage['headers'];
  body: string;
}

async function serve(listener: RequestListener): Promise<{ host: string; url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      seen.push({ url: req.url ?? '', method: req.method ?? '', headers: req.headers, body });
      listener(req, res);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}`, seen };
}

const json: RequestListener = (_req, res) =>
  res.writeHead(200, { 'content-type': 'application/json' }).end('{"pedido":{"itens":[1,"dois"]}}');

function call(settings: FlowObject, who = tenant): Promise<HttpOutcome> {
  return callHttp(harness.deps, {
    tenantId: who.ctx.tenantId,
    runId: 'run-1',
    nodeId: 'busca',
    effect: 'e7',
    settings,
  });
}

const KEY = 'chave-muito-secreta-9876';
let names = 0;
const credential = (more: Record<string, unknown>) => {
  names += 1;
  return tenant.post('/api/v1/credentials', { name: `C${names}`, type: 'bearer', secret: KEY, ...more });
};

describe('an HTTP node', () => {
  it('calls, and gives status and JSON', async () => {
    const { url, seen } = await serve(json);
    const body = '{"nome":"Ana"}';
    const headers = [{ name: 'X-Loja', value: 'centro' }];
    expect(await call({ method: 'POST', url: `${url}/pedidos?a=1`, body, headers })).toEqual({
      ok: true,
      output: { status: 200, corpo: { pedido: { itens: [1, 'dois'] } } },
    });
    expect(seen).toMatchObject([{ url: '/pedidos?a=1', method: 'POST', body }]);
    expect(seen[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'run-1:busca:e7',
      'x-loja': 'centro',
    });
  });

  it.each([
    ['text', 'text/plain', 'olá', 'olá'],
    ['JSON that does not say so', 'text/plain', '[1]', [1]],
    ['what only says that it is JSON', 'application/json', 'oi', 'oi'],
    ['a number as JSON', 'application/json', '7', 7],
    ['nothing', 'application/json', '', ''],
    ['NUL, which no database keeps', 'application/json', '{"a":"x\\u0000y"}', { a: 'xy' }],
    [
      'JSON too deep to be data',
      'application/json',
      `${'['.repeat(80)}${']'.repeat(80)}`,
      `${'['.repeat(80)}${']'.repeat(80)}`,
    ],
  ])('reads %s', async (_what, type, body, corpo) => {
    const { url } = await serve((_req, res) => res.writeHead(200, { 'content-type': type }).end(body));
    expect(await call({ url })).toMatchObject({ ok: true, output: { corpo } });
  });

  it.each([
    [400, false],
    [401, false],
    [404, false],
    [409, false],
    [429, true],
    [500, true],
    [503, true],
  ])('takes %i for an error, worth another try: %s; unless errors are accepted', async (status, retry) => {
    const { url } = await serve((_req, res) => res.writeHead(status, { 'retry-after': '7' }).end('{"e":1}'));
    expect(await call({ url })).toEqual({
      ok: false,
      error: { type: 'http_error', message: `The other system answered ${status}` },
      retry,
      ...(retry && { retryAfterMs: 7_000 }),
    });
    expect(await call({ url, acceptErrors: true })).toEqual({
      ok: true,
      output: { status, corpo: { e: 1 } },
    });
  });

  it('tells what went wrong outside, and whether another try is worth it', async () => {
    const gone = await serve((req) => req.socket.destroy());
    const silent = await serve(() => undefined);
    const endless = await serve((_req, res) => res.end(Buffer.alloc(100_000, 'a')));
    const away = { ok: false, error: { type: 'provider_unavailable' }, retry: true };
    expect(await call({ url: gone.url })).toMatchObject(away);
    const late = await call({ url: silent.url, seconds: 1 });
    expect(late).toMatchObject({ ok: false, error: { type: 'timeout' }, retry: true });
    const large = await call({ url: endless.url });
    expect(large).toMatchObject({ ok: false, error: { type: 'too_large' }, retry: false });
    for (const url of [
      'https://169.254.169.254/',
      'https://localhost/',
      'https://[::1]/',
      'http://example.com/',
    ]) {
      expect(await call({ url })).toMatchObject({
        ok: false,
        error: { type: 'refused_address' },
        retry: false,
      });
    }
    const wrong: FlowObject[] = [
      { url: 'nada' },
      { url: gone.url, headers: [{ name: 'x', value: 'a\r\nb: c' }] },
      { method: 'TRACE', url: gone.url },
    ];
    for (const settings of wrong) {
      expect(await call(settings)).toMatchObject({ error: { type: 'invalid_request' }, retry: false });
    }
  });
});

describe('a credential', () => {
  it('goes with the call as its type says, toward its hosts only', async () => {
    const { url, host, seen } = await serve(json);
    const kinds: [Record<string, unknown>, Partial<Seen['headers']>][] = [
      [{ type: 'bearer' }, { authorization: `Bearer ${KEY}` }],
      [
        { type: 'basic', keyName: 'ana' },
        { authorization: `Basic ${Buffer.from(`ana:${KEY}`).toString('base64')}` },
      ],
      [{ type: 'header', keyName: 'X-Api-Key' }, { 'x-api-key': KEY }],
    ];
    for (const [input, headers] of kinds) {
      const { body } = await credential({ ...input, hosts: [host] });
      expect(await call({ url, credentialId: body.id })).toMatchObject({ ok: true });
      expect(seen.at(-1)?.headers).toMatchObject(headers);
    }
    const query = await credential({ type: 'query', keyName: 'api_key', hosts: [host] });
    await call({ url: `${url}/a?b=1`, credentialId: query.body.id });
    expect(seen.at(-1)?.url).toBe(`/a?b=1&api_key=${KEY}`);

    const other = await serve(json);
    const refused = { ok: false, error: { type: 'credential_elsewhere' }, retry: false };
    expect(await call({ url: other.url, credentialId: query.body.id })).toMatchObject(refused);
    expect(other.seen).toEqual([]);
    const listed = (await tenant.get('/api/v1/credentials')).body.items;
    expect(listed.find((one: { id: string }) => one.id === query.body.id).lastUsedAt).not.toBeNull();
  });

  it('stays behind when its host sends the call elsewhere, and is not read back', async () => {
    const thief = await serve((req, res) => res.end(JSON.stringify(req.headers)));
    const { url, host } = await serve((_req, res) => res.writeHead(307, { location: thief.url }).end());
    const { body } = await credential({ hosts: [host] });
    expect(await call({ method: 'POST', url, body: 'oi', credentialId: body.id })).toMatchObject({
      ok: true,
    });
    expect(JSON.stringify(thief.seen)).not.toContain(KEY);

    const echo = await serve((req, res) => res.end(JSON.stringify(req.headers)));
    const { body: echoed } = await credential({ hosts: [echo.host] });
    const outcome = await call({ url: echo.url, credentialId: echoed.id });
    expect(echo.seen[0]?.headers.authorization).toContain(KEY);
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });

  it('is another tenant’s, or gone: the call is not made', async () => {
    const { url, host, seen } = await serve(json);
    const { body } = await credential({ hosts: [host] });
    const missing = { ok: false, error: { type: 'credential_missing' }, retry: false };
    expect(await call({ url, credentialId: body.id }, stranger)).toMatchObject(missing);
    expect(await call({ url, credentialId: 'nada' })).toMatchObject(missing);
    await tenant.delete(`/api/v1/credentials/${body.id}`);
    expect(await call({ url, credentialId: body.id })).toMatchObject(missing);
    expect(seen).toEqual([]);
  });

  it('is reached by names below its domain, not by names that look like them', async () => {
    const calls: string[] = [];
    const outbound: typeof harness.deps.outbound = {
      call({ url, authorize }) {
        calls.push(
          `${url} ${authorize?.(new URL(url)).headers?.['authorization'] === undefined ? 'without' : 'with'}`,
        );
        return Promise.resolve({ status: 200, headers: {}, body: Buffer.from('ok') });
      },
      close: () => Promise.resolve(),
    };
    const { body } = await credential({ hosts: ['*.loja.com.br', 'API.example.com'] });
    const at = async (url: string) => {
      const base = { tenantId: tenant.ctx.tenantId, runId: 'r', nodeId: 'n', effect: 'e' };
      const outcome = await callHttp(
        { ...harness.deps, outbound },
        { ...base, settings: { url, credentialId: body.id } },
      );
      return outcome.ok;
    };
    for (const url of [
      'https://a.loja.com.br/',
      'https://a.b.loja.com.br/',
      'https://API.EXAMPLE.com/',
      'https://api.example.com:443/',
    ])
      expect([url, await at(url)]).toEqual([url, true]);
    for (const url of [
      'https://loja.com.br/',
      'https://xloja.com.br/',
      'https://a.loja.com.br.evil.com/',
      'https://api.example.com:8443/',
      'https://evil.com/?a.loja.com.br',
      'https://evil.com/a.loja.com.br',
    ])
      expect([url, await at(url)]).toEqual([url, false]);
    expect(calls).toHaveLength(4);
    expect(calls.every((one) => one.endsWith(' with'))).toBe(true);
  });
});

describe('credentials through the API', () => {
  it('never give the secret back, and keep it sealed', async () => {
    const made = await credential({ hosts: ['api.example.com'] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      type: 'bearer',
      hosts: ['api.example.com'],
      secretEnd: '9876',
      lastUsedAt: null,
    });
    const listed = await tenant.get('/api/v1/credentials');
    expect(JSON.stringify([made.body, listed.body])).not.toContain(KEY);
    const row = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.credential.findUniqueOrThrow({ where: { id: made.body.id } }),
    );
    expect(JSON.stringify(row)).not.toContain(KEY);
    expect((await credential({ hosts: ['a.com'], secret: 'curta' })).body.secretEnd).toBe('');
  });

  it('cannot be pointed at another place by who does not know the secret', async () => {
    const { body } = await credential({ hosts: ['api.example.com', 'b.example.com'] });
    const path = `/api/v1/credentials/${body.id}`;
    const base = { name: body.name, type: 'bearer', hosts: ['api.example.com'] };
    for (const change of [{ hosts: ['evil.com'] }, { type: 'query', keyName: 'q' }]) {
      expect((await tenant.put(path, { ...base, ...change })).status).toBe(400);
    }
    expect((await tenant.put(path, { ...base, name: 'Outro nome' })).body).toMatchObject({
      name: 'Outro nome',
      hosts: ['api.example.com'],
      secretEnd: '9876',
    });
    const moved = await tenant.put(path, {
      ...base,
      hosts: ['c.example.com'],
      secret: 'another-long-secret-1',
    });
    expect(moved.body).toMatchObject({ hosts: ['c.example.com'], secretEnd: 'et-1' });
  });

  it.each(['a call', 'a webhook'])('that %s of a published automation uses are not removed', async (use) => {
    const { body } = await credential({ hosts: ['api.example.com'] });
    const path = `/api/v1/credentials/${body.id}`;
    const auth = { by: 'token', credentialId: body.id };
    const { flowId } = await publishDocument(
      tenant,
      use === 'a webhook'
        ? flowOf({ start: ['inbound_webhook', { auth }], end: ['end'] }, ['start.out > end'])
        : flowOf(
            {
              start: ['contact_created'],
              http: ['http_request', { url: 'https://api.example.com', credentialId: body.id }],
            },
            ['start.out > http'],
          ),
    );
    const refused = await tenant.delete(path);
    expect([refused.status, refused.body.code]).toEqual([409, 'credential_in_use']);
    await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.flow.update({ where: { id: flowId }, data: { published: null } }),
    );
    expect((await tenant.delete(path)).status).toBe(204);
  });

  it('are for managers; another tenant’s: 404; wrong ones: 400', async () => {
    const { body } = await credential({ hosts: ['api.example.com'] });
    const path = `/api/v1/credentials/${body.id}`;
    const input = { name: 'X', type: 'bearer', hosts: ['api.example.com'], secret: KEY };
    expect((await agent.get('/api/v1/credentials')).status).toBe(403);
    expect((await agent.post('/api/v1/credentials', input)).status).toBe(403);
    expect((await agent.delete(path)).status).toBe(403);
    expect((await stranger.put(path, input)).status).toBe(404);
    expect((await stranger.delete(path)).status).toBe(404);
    expect((await stranger.get('/api/v1/credentials')).body.items).toEqual([]);
    expect((await credential({ name: body.name, hosts: ['a.com'] })).body.code).toBe('name_taken');
    const wrong = [
      { hosts: [] },
      { hosts: ['https://a.com'] },
      { hosts: ['a.com/x'] },
      { hosts: ['*'] },
      { hosts: ['*.com'] },
      { hosts: ['a.com'], type: 'header' },
      { hosts: ['a.com'], type: 'header', keyName: 'Host' },
      { hosts: ['a.com'], type: 'basic', keyName: 'a:b' },
      { hosts: ['a.com'], secret: 'a\r\nb' },
      { hosts: ['a.com'], secret: '' },
    ];
    for (const more of wrong) expect([more, (await credential(more)).status]).toEqual([more, 400]);
  });
});

it('a call of the product’s own client is refused inward whatever the node says', async () => {
  const outbound = createOutboundHttp();
  open.push(() => outbound.close());
  const { url, seen } = await serve(json);
  const base = { tenantId: tenant.ctx.tenantId, runId: 'r', nodeId: 'n', effect: 'e' };
  const outcome = await callHttp({ ...harness.deps, outbound }, { ...base, settings: { url } });
  expect(outcome).toMatchObject({ ok: false, error: { type: 'refused_address' } });
  expect(seen).toEqual([]);
});
