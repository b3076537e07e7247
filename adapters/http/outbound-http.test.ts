import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { OutboundError } from './outbound-error';
import {
  createOutboundHttp,
  MAX_ANSWER_BYTES,
  type OutboundHttp,
  type OutboundRequest,
} from './outbound-http';
import { isPublicAddress } from './public-address';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Seen {
  url: string;
  method: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server on this machine, and what it was asked. */
async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<{ port: number; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server: Server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      seen.push({ url: req.url ?? '', method: req.method ?? '', headers: req.headers, body });
      listener(req, res);
    });
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  open.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

function client(options: Parameters<typeof createOutboundHttp>[0]): OutboundHttp {
  const http = createOutboundHttp(options);
  open.push(http);
  return http;
}

/** Every name leads to this machine, which counts as outside: what is left to test is not the address. */
const outside = (more: Parameters<typeof createOutboundHttp>[0] = {}): OutboundHttp =>
  client({ plainHttp: true, isPublic: (ip) => ip === '127.0.0.1', lookup: always('127.0.0.1'), ...more });

function always(...addresses: string[]): LookupFunction {
  return (_name, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
}

const get = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  method: 'GET',
  url,
  timeoutMs: 5_000,
  ...more,
});

async function reasonOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return 'answered';
  if (!(error instanceof OutboundError)) throw error as Error;
  return error.reason;
}

describe('an address inward', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.0.0.1./',
    'https://１２７.０.０.１/',
    'https://%31%32%37.0.0.1/',
    'https://0.0.0.0/',
    'https://0/',
    'https://0.1.2.3/',
    'https://[::1]/',
    'https://[::]/',
    'https://[0:0:0:0:0:0:0:1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://100.100.100.200/',
    'https://168.63.129.16/',
    'https://192.0.0.192/',
    'https://198.18.0.1/',
    'https://203.0.113.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
  ])('%s is not called', async (url) => {
    expect(await reasonOf(client({}).call(get(url)))).toBe('refused_address');
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a9fe:a9fe'],
    ['fd00::1'],
    ['8.8.8.8', '127.0.0.1'],
    ['2606:4700::1111', '::1'],
  ])('a name that is %s (%s) is not called', async (...addresses) => {
    const http = client({ lookup: always(...addresses) });
    expect(await reasonOf(http.call(get('https://crm.example/')))).toBe('refused_address');
  });

  it.each([
    ['http', 'http://example.com/'],
    ['another protocol', 'ftp://example.com/'],
    ['a file', 'file:///etc/passwd'],
    ['a password in it', 'https://ana:senha@example.com/'],
    ['the port of mail', 'https://example.com:25/'],
    ['the port of shells', 'https://example.com:22/'],
  ])('%s is not called', async (_what, url) => {
    expect(await reasonOf(client({ lookup: always('8.8.8.8') }).call(get(url)))).toBe('refused_address');
  });

  it('localhost by its name in the system is not called', async () => {
    expect(await reasonOf(client({}).call(get('https://localhost:4000/')))).toBe('refused_address');
  });
});

describe('a public address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2800:3f0::1',
  ])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each(['', 'localhost', '127.1', '2130706433', 'fe80::1%eth0', '2606:4700::1%1'])('%p is none', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  );
});

describe('a name that changes its answer between the look and the call', () => {
  it('is asked once a connection, and what lies inside is never reached', async () => {
    const inside = await serve((_req, res) => res.end('secret'), '127.0.0.2');
    const server = createServer((_req, res) => res.setHeader('connection', 'close').end('public'));
    await new Promise<void>((listening) => server.listen(inside.port, '127.0.0.1', listening));
    open.push(server);
    let asked = 0;
    const lookup: LookupFunction = (_name, _options, callback) => {
      asked += 1;
      callback(null, [{ address: asked % 2 === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const http = outside({ lookup });
    const results = { answered: 0, refused_address: 0 };
    for (let round = 0; round < 1_000; round += 1) {
      const result = await reasonOf(http.call(get(`http://crm.example:${inside.port}/`)));
      results[result as keyof typeof results] += 1;
    }
    expect(results).toEqual({ answered: 500, refused_address: 500 });
    expect(asked).toBe(1_000);
    expect(inside.seen).toEqual([]);
  });
});

describe('a redirect', () => {
  const to =
    (location: string, status = 302): RequestListener =>
    (_req, res) =>
      res.writeHead(status, { location }).end();

  it('inward is not followed, by number or by name', async () => {
    const inside = await serve((_req, res) => res.end('secret'), '127.0.0.2');
    const lookup: LookupFunction = (name, _options, callback) =>
      callback(null, [{ address: name === 'inside.example' ? '127.0.0.2' : '127.0.0.1', family: 4 }]);
    for (const host of ['127.0.0.2', 'inside.example', '[::ffff:127.0.0.2]', '2130706434']) {
      const { port } = await serve(to(`http://${host}:${inside.port}/`));
      expect(await reasonOf(outside({ lookup }).call(get(`http://crm.example:${port}/`)))).toBe(
        'refused_address',
      );
    }
    expect(inside.seen).toEqual([]);
  });

  it('to http is not followed where https is asked for', async () => {
    const { port } = await serve(to('http://other.example:8080/'));
    const http = client({ allowedHosts: [`stand-in.example:${port}`], lookup: always('127.0.0.1') });
    expect(await reasonOf(http.call(get(`http://stand-in.example:${port}/`)))).toBe('refused_address');
  });

  it('is followed three times, not four', async () => {
    const { port, seen } = await serve((req, res) => {
      const left = Number(req.url?.slice(1));
      if (left === 0) res.end('there');
      else res.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect((await outside().call(get(`http://crm.example:${port}/3`))).body.toString()).toBe('there');
    seen.length = 0;
    expect(await reasonOf(outside().call(get(`http://crm.example:${port}/4`)))).toBe('too_many_redirects');
    expect(seen).toHaveLength(4);
  });

  it('to another origin loses what may be secret; within the origin it stays', async () => {
    const other = await serve((_req, res) => res.end('ok'));
    const first = await serve((req, res) =>
      to(req.url?.startsWith('/start') ? '/same' : `http://other.example:${other.port}/`, 307)(req, res),
    );
    const headers = {
      Authorization: 'Bearer x',
      Cookie: 'a=b',
      'X-Api-Key': 'k',
      'Content-Type': 'text/plain',
    };
    const authorize = (url: URL) =>
      url.hostname === 'crm.example' ? { headers: { 'x-vault': 'v' }, query: { key: 'q' } } : {};
    const url = `http://crm.example:${first.port}/start`;
    await outside().call(get(url, { method: 'POST', headers, body: 'oi', authorize }));
    expect(first.seen.map(({ url: path, method }) => [path, method])).toEqual([
      ['/start?key=q', 'POST'],
      ['/same?key=q', 'POST'],
    ]);
    expect(first.seen[1]?.headers).toMatchObject({
      authorization: 'Bearer x',
      'x-api-key': 'k',
      'x-vault': 'v',
    });
    const [arrived] = other.seen;
    expect(arrived).toMatchObject({ url: '/', method: 'POST', body: 'oi' });
    expect(arrived?.headers).toMatchObject({ 'content-type': 'text/plain' });
    for (const name of ['authorization', 'cookie', 'x-api-key', 'x-vault'])
      expect(arrived?.headers).not.toHaveProperty(name);
  });

  it('of a POST by 302 or 303 is asked for with GET and no body', async () => {
    for (const status of [301, 302, 303]) {
      const { port, seen } = await serve((req, res) =>
        req.url === '/' ? to('/there', status)(req, res) : res.end('ok'),
      );
      await outside().call(get(`http://crm.example:${port}/`, { method: 'POST', body: 'oi' }));
      expect(seen[1]).toMatchObject({ url: '/there', method: 'GET', body: '' });
    }
  });
});

describe('a request', () => {
  it.each([
    ['a line end in a value', { 'x-nome': 'Ana\r\nHost: inside' }],
    ['a bare line feed', { 'x-nome': 'Ana\nx: y' }],
    ['a NUL', { 'x-nome': 'Ana\0' }],
    ['a character no header has', { 'x-nome': 'Ana 🙂' }],
    ['a name with a line end', { 'x-nome\r\nhost': 'a' }],
    ['a name with a blank', { 'x nome': 'a' }],
    ['the host', { Host: 'inside' }],
    ['the length', { 'Content-Length': '3' }],
    ['chunks', { 'Transfer-Encoding': 'chunked' }],
    ['an upgrade', { Upgrade: 'h2c' }],
    ['the connection', { Connection: 'keep-alive' }],
    ['too much', { 'x-a': 'a'.repeat(20_000) }],
  ])('with %s among its headers is not sent', async (_what, headers) => {
    const { port, seen } = await serve((_req, res) => res.end());
    expect(await reasonOf(outside().call(get(`http://crm.example:${port}/`, { headers })))).toBe(
      'invalid_request',
    );
    expect(seen).toEqual([]);
  });

  it('brings method, headers and body, and gives any status back', async () => {
    const { port, seen } = await serve((_req, res) =>
      res.writeHead(422, { 'x-why': 'because' }).end('{"a":1}'),
    );
    const headers = { 'Content-Type': 'application/json', 'X-Name': 'João' };
    const answer = await outside().call(
      get(`http://crm.example:${port}/p?q=1`, { method: 'PATCH', headers, body: '{"é":1}' }),
    );
    expect(seen[0]).toMatchObject({ url: '/p?q=1', method: 'PATCH', body: '{"é":1}' });
    expect(seen[0]?.headers).toMatchObject({
      host: `crm.example:${port}`,
      'content-type': 'application/json',
    });
    expect(answer).toMatchObject({ status: 422, headers: { 'x-why': 'because' } });
    expect(answer.body.toString()).toBe('{"a":1}');
  });
});

describe('an answer', () => {
  it('of more than a megabyte is given up, announced or not', async () => {
    const chunk = Buffer.alloc(64 * 1024);
    const { port } = await serve((_req, res) => {
      const more = () => {
        while (!res.destroyed && res.write(chunk)) continue;
      };
      res.on('drain', more);
      more();
    });
    expect(await reasonOf(outside().call(get(`http://crm.example:${port}/`)))).toBe('too_large');
    const exact = await serve((_req, res) => res.end(Buffer.alloc(MAX_ANSWER_BYTES)));
    expect((await outside().call(get(`http://crm.example:${exact.port}/`))).body).toHaveLength(
      MAX_ANSWER_BYTES,
    );
  });

  it('with endless headers is given up', async () => {
    const { port } = await serve((_req, res) => res.writeHead(200, { 'x-long': 'a'.repeat(40_000) }).end());
    expect(await reasonOf(outside().call(get(`http://crm.example:${port}/`)))).toBe('too_large');
  });

  it('that was packed unasked is not unpacked', async () => {
    const { port, seen } = await serve((_req, res) =>
      res.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    );
    expect(await reasonOf(outside().call(get(`http://crm.example:${port}/`)))).toBe('unreadable');
    expect(seen[0]?.headers['accept-encoding']).toBe('identity');
  });

  it('that does not come, or does not end, is not waited for', async () => {
    const silent = await serve(() => undefined);
    const endless = await serve((_req, res) => res.write('a'));
    for (const { port } of [silent, endless]) {
      const call = outside().call(get(`http://crm.example:${port}/`, { timeoutMs: 100 }));
      expect(await reasonOf(call)).toBe('timeout');
    }
  });

  it('that nobody wants any more is not waited for', async () => {
    const stop = new AbortController();
    const { port } = await serve(() => stop.abort());
    const call = outside().call(
      get(`http://crm.example:${port}/`, { timeoutMs: 3_600_000, signal: stop.signal }),
    );
    expect(await reasonOf(call)).toBe('timeout');
  });

  it('of a system that is away, or hangs up: unreachable', async () => {
    const gone = await serve((req) => req.socket.destroy());
    expect(await reasonOf(outside().call(get(`http://crm.example:${gone.port}/`)))).toBe('unreachable');
    const lookup: LookupFunction = (_name, _options, callback) =>
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    expect(await reasonOf(outside({ lookup }).call(get('https://nobody.example/')))).toBe('unreachable');
  });
});

describe('a host that the settings allow', () => {
  it('may be inside and without TLS: that host at that port, no other', async () => {
    const { port } = await serve((_req, res) => res.end('stand-in'));
    const other = await serve((_req, res) => res.end('secret'));
    const http = client({ allowedHosts: [`127.0.0.1:${port}`] });
    expect((await http.call(get(`http://127.0.0.1:${port}/`))).body.toString()).toBe('stand-in');
    expect(await reasonOf(http.call(get(`http://127.0.0.1:${other.port}/`)))).toBe('refused_address');
    expect(await reasonOf(http.call(get(`https://127.0.0.1:${other.port}/`)))).toBe('refused_address');
    expect(other.seen).toEqual([]);
  });
});
