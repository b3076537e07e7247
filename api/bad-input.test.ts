import fc from 'fast-check';
import { type Harness, startHarness } from '../tests/support/harness';
import type { TestTenant } from '../tests/support/test-tenant';
import { allEndpoints } from './routes';

let harness: Harness;
let tenant: TestTenant;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
}, 60_000);
afterAll(() => harness.close());

describe('bad input', () => {
  it('gets a problem in the caller’s language, with a request id', async () => {
    const expected = {
      'pt-BR': 'JSON malformado',
      en: 'Malformed JSON',
      'es-AR,es': 'JSON malformado',
      fr: 'JSON malformado',
    };
    for (const [language, title] of Object.entries(expected)) {
      const answer = await tenant.call('PUT', '/api/v1/config', '{"tone":', { 'accept-language': language });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body).toMatchObject({
        code: 'malformed_json',
        title,
        type: 'urn:prosa:error:malformed_json',
      });
      expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
    }
  });

  it('names the fields that are wrong', async () => {
    const { body: config } = await tenant.get('/api/v1/config');
    const answer = await tenant.put('/api/v1/config', {
      ...config,
      tone: 'rude',
      confidenceThreshold: 2,
      timing: { ...config.timing, debounceMs: -1, extra: 1 },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'confidenceThreshold',
      'timing',
      'timing.debounceMs',
      'tone',
    ]);
    expect((await tenant.get('/api/v1/config')).body).toEqual(config);
  });

  it.each([
    ['a body of 2 MB', JSON.stringify({ text: 'x'.repeat(2_000_000) }), 413, 'body_too_large'],
    ['a text of 50,001 characters', JSON.stringify({ text: 'x'.repeat(50_001) }), 400, 'knowledge_too_long'],
    ['a text that is none', JSON.stringify({ text: 5 }), 400, 'validation_failed'],
    ['a list', '[]', 400, 'validation_failed'],
    ['a bare word', '"x"', 400, 'malformed_json'],
    ['nothing', '', 400, 'validation_failed'],
  ])('%s is refused and changes nothing', async (_what, body, status, code) => {
    const answer = await tenant.call('PUT', '/api/v1/knowledge', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await tenant.get('/api/v1/knowledge')).body.status).toBe('empty');
  });

  it('takes a text of exactly 50,000 characters', async () => {
    const answer = await tenant.put('/api/v1/knowledge', { text: 'é'.repeat(50_000) });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ characters: 50_000, limit: 50_000, status: 'indexing' });
  });

  it('has no page at a wrong address or method', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/nothing'],
      ['DELETE', '/api/v1/config'],
      ['GET', '/api/v1/%E0%A4%A'],
      ['POST', '/webhooks/unknown/x'],
    ] as const) {
      const answer = await tenant.call(method, path);
      expect(answer.status).toBe(404);
      expect(answer.body.code).toMatch(/not_found$/);
    }
  });

  it('answers unknown cursors and filters with 400', async () => {
    for (const query of ['cursor=abc', 'limit=0', 'limit=1000', 'state=OUTRA', `cursor=${'A'.repeat(300)}`]) {
      expect((await tenant.get(`/api/v1/conversations?${query}`)).status).toBe(400);
    }
  });

  it('never makes the server fail, whatever the body', async () => {
    const values = fc.oneof(
      { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) },
      fc.constantFrom<unknown>('\u0000', '\ud800', 1e308, -0, '__proto__', 'x'.repeat(100_000), [
        [[[[[[[]]]]]]],
      ]),
    );
    const keys = fc.constantFrom(
      'email',
      'password',
      'text',
      'tone',
      'timing',
      'messages',
      '__proto__',
      'constructor',
    );
    const bodies = fc.oneof(values, fc.dictionary(keys, values, { maxKeys: 6 }));
    const writing = allEndpoints({ production: false }).filter(({ body }) => body !== undefined);
    for (const endpoint of writing) {
      const path = endpoint.path.replace(/\{\w+\}/g, '01a1fb59-7c72-7ff8-89d7-dddf6086dbbf');
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const answer = await tenant.call(endpoint.method.toUpperCase(), path, JSON.stringify(body));
          return answer.status < 500;
        }),
        { numRuns: 60 },
      );
    }
  }, 60_000);

  it('refuses clocks that only a test could want in production', async () => {
    const { configSchema } = await import('./routes/config/config-schema');
    const { body: config } = await tenant.get('/api/v1/config');
    const short = { ...config, timing: { ...config.timing, humanReturnMs: 1_000 } };
    expect(configSchema(false).safeParse(short).success).toBe(true);
    expect(configSchema(true).safeParse(short).success).toBe(false);
    expect(
      configSchema(true).safeParse({ ...short, timing: { ...short.timing, humanReturnMs: 60_000 } }).success,
    ).toBe(true);
  });
});
