import OpenAI from 'openai';
import { createLogger } from '../../config/logger';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox';
import { Phone } from '../../tests/support/phone';
import { createChat } from './chat';
import { createOpenAiClient } from './client';
import { createEmbed, EMBEDDING_DIMENSIONS } from './embed';

let sandbox: Sandbox;
let phone: Phone;
beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    log: createLogger('test', { level: 'silent', json: true }),
  });
  phone = new Phone(sandbox.url);
});
afterEach(() => phone.heal());
afterAll(() => sandbox.close());

const client = (apiKey = 'any') =>
  createOpenAiClient({ baseUrl: sandbox.openaiUrl, apiKey, model: 'gpt-4o-mini', embeddingModel: 'e' });
const QUESTION = [
  {
    role: 'system' as const,
    content: '<passages>\n<passage id="1" title="Preços">A consulta custa R$ 320.</passage>\n</passages>',
  },
  { role: 'user' as const, content: 'Quanto custa a consulta?' },
];
const ask = (apiKey?: string, signal?: AbortSignal) =>
  createChat(client(apiKey), 'gpt-4o-mini')(QUESTION, signal);
const UNAVAILABLE = { name: 'ProviderUnavailableError' };
const REJECTED = { name: 'ProviderRejectedError', code: 'provider_rejected' };

describe('chat', () => {
  it('answers with content, model and what it used', async () => {
    const answer = await ask();
    expect(answer.content).toContain('320');
    expect(answer.promptTokens).toBeGreaterThan(0);
    expect(answer.completionTokens).toBeGreaterThan(0);
  });

  it.each([
    ['a server error', { kind: 'status', status: 500 }, UNAVAILABLE],
    ['an overloaded provider', { kind: 'status', status: 503 }, UNAVAILABLE],
    [
      'too many requests',
      { kind: 'status', status: 429, retryAfter: 2 },
      { ...UNAVAILABLE, retryAfterMs: 2_000 },
    ],
    [
      'a wait longer than we are willing to',
      { kind: 'status', status: 429, retryAfter: 900 },
      { ...UNAVAILABLE, retryAfterMs: 60_000 },
    ],
    [
      'no credit left, which comes as 429',
      {
        kind: 'status',
        status: 429,
        body: { error: { code: 'insufficient_quota', message: 'x', type: 'insufficient_quota' } },
      },
      REJECTED,
    ],
    ['a request it does not take', { kind: 'status', status: 400 }, REJECTED],
    ['a key that may not', { kind: 'status', status: 403 }, REJECTED],
    ['a proxy page with status 200', { kind: 'html200' }, UNAVAILABLE],
    ['half an answer', { kind: 'cutBody' }, UNAVAILABLE],
    ['an answer that is no JSON', { kind: 'malformedJson' }, UNAVAILABLE],
    ['a reset connection', { kind: 'reset' }, UNAVAILABLE],
    ['no choices', { kind: 'emptyChoices' }, UNAVAILABLE],
    ['no content', { kind: 'nullContent' }, UNAVAILABLE],
    ['a refusal', { kind: 'refusal' }, REJECTED],
    ['a content filter', { kind: 'contentFilter' }, REJECTED],
  ])('tells %s apart', async (_what, fault, expected) => {
    await phone.fault({ target: 'openai.chat', ...fault });
    await expect(ask()).rejects.toMatchObject(expected);
  });

  it('does not retry by itself: Temporal does', async () => {
    const before = (await phone.journal('openai')).length;
    await phone.fault({ target: 'openai.chat', kind: 'status', status: 500, times: 1 });
    await expect(ask()).rejects.toMatchObject(UNAVAILABLE);
    expect((await phone.journal('openai')).length).toBe(before + 1);
  });

  it('estimates what was used when the provider does not say', async () => {
    await phone.fault({ target: 'openai.chat', kind: 'noUsage' });
    const answer = await ask();
    expect(answer.promptTokens).toBe(Math.ceil(QUESTION.map(({ content }) => content).join('').length / 4));
    expect(answer.completionTokens).toBe(Math.ceil(answer.content.length / 4));
  });

  it('is told at once when its key is wrong', async () => {
    await expect(ask('invalid')).rejects.toMatchObject(REJECTED);
  });

  it('stops when it is told to, and says so in its own words', async () => {
    await phone.fault({ target: 'openai.chat', kind: 'hang' });
    const abort = new AbortController();
    const answer = ask(undefined, abort.signal);
    setTimeout(() => abort.abort(), 50);
    await expect(answer).rejects.toBeInstanceOf(OpenAI.APIUserAbortError);
  });
});

describe('embed', () => {
  const embed = (texts: string[]) => createEmbed(client(), 'text-embedding-3-small')(texts);

  it('names whose vectors they are: model and host, because another host may mean another by the same name', () => {
    const modelAt = (baseUrl: string | undefined) =>
      createEmbed(
        createOpenAiClient({ baseUrl, apiKey: 'k', model: 'm', embeddingModel: 'e' }),
        'text-embedding-3-small',
      ).model;
    expect(modelAt(undefined)).toBe('text-embedding-3-small@api.openai.com');
    expect(modelAt('http://localhost:3010/openai/v1')).toBe('text-embedding-3-small@localhost');
    expect(modelAt('http://localhost:9999/openai/v1')).toBe(modelAt('http://localhost:3010/openai/v1'));
  });

  it('gives one vector a text, in their order, over more than one request', async () => {
    const texts = Array.from({ length: 300 }, (_, at) => `texto número ${at}`);
    const before = (await phone.journal('openai')).length;
    const vectors = await embed(texts);
    expect(vectors).toHaveLength(300);
    expect(vectors.every((vector) => vector.length === EMBEDDING_DIMENSIONS)).toBe(true);
    expect((await phone.journal('openai')).length).toBe(before + 2);
    expect(vectors[299]).toEqual((await embed(texts.slice(-1)))[0]);
  });

  it('asks nothing for nothing', async () => {
    const before = (await phone.journal('openai')).length;
    expect(await embed([])).toEqual([]);
    expect((await phone.journal('openai')).length).toBe(before);
  });

  it('refuses vectors of another width', async () => {
    await phone.fault({ target: 'openai.embeddings', kind: 'wrongDimensions' });
    await expect(embed(['oi'])).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: expect.stringMatching(/1535/),
    });
  });
});
