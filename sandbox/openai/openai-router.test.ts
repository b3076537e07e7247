import OpenAI from 'openai';
import { startTestSandbox, type TestSandbox } from '../testing/start-test-sandbox';

const question = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Oi!' }] };
const embedding = { model: 'text-embedding-3-small', input: 'Olá' };

describe('openAiRouter', () => {
  let sandbox: TestSandbox;
  let client: OpenAI;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    client = new OpenAI({ apiKey: 'sk-test', baseURL: sandbox.openaiUrl, maxRetries: 0 });
  });
  afterAll(() => sandbox.close());
  afterEach(() => sandbox.control('DELETE', '/faults'));

  describe('keys, routes and shapes of errors', () => {
    it('refuses no key and the key called invalid', async () => {
      const invalid = await sandbox.call('GET', '/openai/v1/models', undefined, {
        authorization: 'Bearer invalid',
      });
      expect(invalid).toMatchObject({
        status: 401,
        body: { error: { type: 'invalid_request_error', param: null, code: 'invalid_api_key' } },
      });
      expect((await sandbox.call('GET', '/openai/v1/models')).status).toBe(401);
    });

    it('answers an unknown route with 404 in the same shape', async () => {
      expect(await sandbox.openai('POST', '/responses', {})).toMatchObject({
        status: 404,
        body: {
          error: { message: 'Invalid URL (POST /openai/v1/responses)', type: 'invalid_request_error' },
        },
      });
    });

    it('names every request', async () => {
      expect((await sandbox.openai('GET', '/models')).headers.get('x-request-id')).toMatch(/^req_/);
    });

    it('lists its models', async () => {
      const ids = (await client.models.list()).data.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['gpt-4o-mini', 'text-embedding-3-small']));
    });

    it('answers broken JSON with 400', async () => {
      const answer = await fetch(`${sandbox.openaiUrl}/embeddings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer sk' },
        body: '{',
      });
      expect(answer.status).toBe(400);
    });
  });

  describe('embeddings', () => {
    it('answers base64 and float alike', async () => {
      const asked = { ...embedding, input: ['Aceita Unimed?', 'Qual o horário?'] };
      const floats = await client.embeddings.create({ ...asked, encoding_format: 'float' });
      // Without a format the SDK asks for base64 and decodes it.
      const decoded = await client.embeddings.create(asked);
      expect(decoded.data.map(({ index }) => index)).toEqual([0, 1]);
      expect(decoded.data[1]?.embedding).toHaveLength(1_536);
      for (const [index, { embedding: vector }] of decoded.data.entries()) {
        vector.forEach((value, at) => expect(value).toBeCloseTo(floats.data[index]?.embedding[at] ?? 9, 6));
      }
      expect(decoded.usage.total_tokens).toBeGreaterThan(0);
    });

    it('answers in the dimensions asked for', async () => {
      const { data } = await client.embeddings.create({ ...embedding, dimensions: 256 });
      expect(data[0]?.embedding).toHaveLength(256);
    });

    it.each([
      [{ ...embedding, input: '' }, 400, 'input'],
      [{ ...embedding, input: [] }, 400, 'input'],
      [{ ...embedding, input: 7 }, 400, 'input'],
      [{ ...embedding, input: Array.from({ length: 2_049 }, () => 'a') }, 400, 'input'],
      [{ ...embedding, input: 'a'.repeat(4 * 8_193) }, 400, 'input'],
      [{ ...embedding, input: Array.from({ length: 300 }, () => 'a'.repeat(4 * 1_001)) }, 400, 'input'],
      [{ ...embedding, dimensions: 1_537 }, 400, 'dimensions'],
      [{ ...embedding, model: 'gpt-4o-mini' }, 404, 'model'],
      [{ input: 'x' }, 400, null],
    ])('refuses request %#', async (body, status, param) => {
      expect(await sandbox.openai('POST', '/embeddings', body)).toMatchObject({
        status,
        body: { error: { param, message: expect.any(String) } },
      });
    });

    it('can be made to answer with the wrong dimensions', async () => {
      await sandbox.control('POST', '/faults', {
        target: 'openai.embeddings',
        kind: 'wrongDimensions',
        times: 1,
      });
      const { data } = await client.embeddings.create(embedding);
      expect(data[0]?.embedding).toHaveLength(1_535);
    });
  });

  describe('chat/completions', () => {
    it('answers in the shape of a completion, with usage', async () => {
      const completion = await client.chat.completions.create({
        model: 'gpt-4o-mini',
        messages: [{ role: 'user', content: 'Bom dia!' }],
      });
      expect(completion).toMatchObject({
        object: 'chat.completion',
        model: 'gpt-4o-mini',
        choices: [
          {
            index: 0,
            finish_reason: 'stop',
            message: { role: 'assistant', content: 'Olá! Como posso ajudar?', refusal: null },
          },
        ],
        usage: { prompt_tokens: 2, completion_tokens: 6, total_tokens: 8 },
      });
    });

    it('streams words, a reason, and usage when asked', async () => {
      const stream = await client.chat.completions.create({
        model: 'gpt-4o-mini',
        messages: [{ role: 'user', content: 'Bom dia!' }],
        stream: true,
        stream_options: { include_usage: true },
      });
      let text = '';
      const reasons: (string | null)[] = [];
      let used = 0;
      for await (const { choices, usage } of stream) {
        text += choices[0]?.delta.content ?? '';
        if (choices[0] !== undefined) reasons.push(choices[0].finish_reason);
        used += usage?.total_tokens ?? 0;
      }
      expect(text).toBe('Olá! Como posso ajudar?');
      expect(reasons.at(-1)).toBe('stop');
      expect(used).toBe(8);
    });

    it('stops at the tokens it may use', async () => {
      const completion = await client.chat.completions.create({
        model: 'gpt-4o-mini',
        messages: [{ role: 'user', content: 'Bom dia!' }],
        max_completion_tokens: 2,
      });
      expect(completion.choices[0]).toMatchObject({
        finish_reason: 'length',
        message: { content: 'Olá! Com' },
      });
    });

    it.each([
      [{ messages: question.messages }, 400, null],
      [{ model: 'm' }, 400, 'missing_required_parameter'],
      [{ model: 'm', messages: [] }, 400, 'invalid_value'],
      [{ model: 'm', messages: [{ role: 'robot', content: 'x' }] }, 400, 'invalid_value'],
      [{ ...question, model: 'unknown-model' }, 404, 'model_not_found'],
      [{ ...question, temperature: 3 }, 400, 'invalid_value'],
    ])('refuses request %#', async (body, status, code) => {
      expect(await sandbox.openai('POST', '/chat/completions', body)).toMatchObject({
        status,
        body: { error: { type: 'invalid_request_error', code } },
      });
    });

    it.each([
      [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, 'additionalProperties'],
      [
        { type: 'object', properties: { a: { type: 'string' } }, required: [], additionalProperties: false },
        "Missing 'a'",
      ],
      [
        {
          type: 'object',
          properties: { a: { type: 'array', items: { type: 'object', properties: {} } } },
          required: ['a'],
          additionalProperties: false,
        },
        "'properties', 'a', 'items'",
      ],
    ])('refuses a strict schema that is not strict: %#', async (schema, words) => {
      const body = {
        ...question,
        response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema } },
      };
      const answer = await sandbox.openai('POST', '/chat/completions', body);
      expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_json_schema' } } });
      expect(answer.text).toContain(words);
    });
  });

  describe('faults of the model', () => {
    const ask = async (fault: object) => {
      await sandbox.control('POST', '/faults', { target: 'openai.chat', times: 1, ...fault });
      return sandbox.openai('POST', '/chat/completions', question);
    };
    const choice = (finish_reason: string, message: object) => ({ choices: [{ finish_reason, message }] });

    it.each([
      [{ kind: 'garbage' }, choice('stop', { content: expect.stringContaining('```') })],
      [{ kind: 'refusal' }, choice('stop', { content: null, refusal: expect.any(String) })],
      [{ kind: 'length' }, choice('length', { content: 'Olá! Como p' })],
      [{ kind: 'contentFilter' }, choice('content_filter', { content: 'Olá! Como p' })],
      [{ kind: 'nullContent' }, choice('stop', { content: null, refusal: null })],
      [{ kind: 'emptyChoices' }, { choices: [] }],
    ])('%j', async (fault, body) => {
      expect(await ask(fault)).toMatchObject({ status: 200, body });
    });

    it('leaves usage out', async () => {
      expect((await ask({ kind: 'noUsage' })).body).not.toHaveProperty('usage');
    });

    it('refuses in its own words, with retry-after', async () => {
      const limited = await ask({ kind: 'status', status: 429, retryAfter: 1 });
      expect(limited).toMatchObject({ status: 429, body: { error: { code: 'rate_limit_exceeded' } } });
      expect(limited.headers.get('retry-after')).toBe('1');
      expect(await ask({ kind: 'status', status: 503 })).toMatchObject({
        body: { error: { code: 'server_is_overloaded', type: 'server_error' } },
      });
      expect((await ask({ kind: 'status', status: 500 })).body).toMatchObject({
        error: { type: 'server_error' },
      });
    });

    it('breaks as any HTTP server does', async () => {
      expect((await ask({ kind: 'malformedJson' })).body).toBeUndefined();
      expect((await ask({ kind: 'html200' })).headers.get('content-type')).toContain('html');
      await expect(ask({ kind: 'reset' })).rejects.toThrow();
      await expect(ask({ kind: 'cutBody' })).rejects.toThrow();
    });
  });
});
