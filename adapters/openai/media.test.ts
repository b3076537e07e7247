import { createLogger } from '../../config/logger';
import { sampleMedia, VOICE_SECONDS } from '../../sandbox/control/sample-media';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox';
import { Phone } from '../../tests/support/phone';
import { createOpenAiClient } from './client';
import { createDescribeImage } from './describe-image';
import { createTranscribe } from './transcribe';

let sandbox: Sandbox;
let phone: Phone;
beforeAll(async () => {
  const log = createLogger('test', { level: 'silent', json: true });
  sandbox = await startSandbox({ port: 0, smtpPort: 0, log });
  phone = new Phone(sandbox.url);
});
afterEach(() => phone.heal());
afterAll(() => sandbox.close());

const client = () =>
  createOpenAiClient({
    baseUrl: sandbox.openaiUrl,
    apiKey: 'any',
    model: 'gpt-4o-mini',
    embeddingModel: 'e',
  });
const sample = (kind: 'audio' | 'image', says: string) =>
  Buffer.from(sampleMedia(kind, says).base64 ?? '', 'base64');
const UNAVAILABLE = { name: 'ProviderUnavailableError' };
const REJECTED = { name: 'ProviderRejectedError', code: 'provider_rejected' };
const COMMON = [
  ['a server error', { kind: 'status', status: 500 }, UNAVAILABLE],
  [
    'too many requests',
    { kind: 'status', status: 429, retryAfter: 2 },
    { ...UNAVAILABLE, retryAfterMs: 2_000 },
  ],
  ['a request it does not take', { kind: 'status', status: 400 }, REJECTED],
  ['a proxy page with status 200', { kind: 'html200' }, UNAVAILABLE],
  ['half an answer', { kind: 'cutBody' }, UNAVAILABLE],
  ['a reset connection', { kind: 'reset' }, UNAVAILABLE],
] as const;

describe('transcribe', () => {
  const transcribe = (
    bytes = sample('audio', 'Que horas vocês abrem?'),
    mimetype = 'audio/ogg',
    transcriptionModel = 'gpt-4o-mini-transcribe',
  ) => createTranscribe(client(), { transcriptionModel, transcriptionLanguage: 'pt' })({ bytes, mimetype });

  it('says what is said, and what that took', async () => {
    expect(await transcribe()).toEqual({
      text: 'Que horas vocês abrem?',
      model: 'gpt-4o-mini-transcribe',
      promptTokens: VOICE_SECONDS * 10,
      completionTokens: 6,
      seconds: undefined,
    });
  });

  it('sends a form with the sound under a name that says what it is, the model and the language', async () => {
    await transcribe();
    const [call] = (await phone.journal('openai')).slice(-1) as unknown as { path: string; body: unknown }[];
    expect(call?.path).toMatch(/audio\/transcriptions$/);
    expect(call?.body).toMatchObject({
      file: { name: 'audio.ogg', type: 'audio/ogg' },
      model: 'gpt-4o-mini-transcribe',
      language: 'pt',
    });
  });

  it('counts seconds where the model does', async () => {
    expect(await transcribe(undefined, undefined, 'whisper-1')).toMatchObject({
      seconds: VOICE_SECONDS,
      promptTokens: 0,
    });
  });

  it('is empty when nobody speaks (F21)', async () => {
    expect((await transcribe(sample('audio', ''))).text).toBe('');
    await phone.fault({ target: 'openai.transcriptions', kind: 'emptyTranscript' });
    expect((await transcribe()).text).toBe('');
  });

  it('manages without being told what it used', async () => {
    await phone.fault({ target: 'openai.transcriptions', kind: 'noUsage' });
    expect(await transcribe()).toMatchObject({ promptTokens: 0, completionTokens: 0, seconds: undefined });
  });

  it.each(COMMON)('tells %s apart (F21)', async (_what, fault, expected) => {
    await phone.fault({ target: 'openai.transcriptions', ...fault });
    await expect(transcribe()).rejects.toMatchObject(expected);
  });

  it('does not try with sound that no model takes, or that is none', async () => {
    await expect(transcribe(undefined, 'audio/amr')).rejects.toMatchObject(REJECTED);
    await expect(transcribe(Buffer.from('not a recording'))).rejects.toMatchObject(REJECTED);
  });
});

describe('describeImage', () => {
  const describeIt = (bytes = sample('image', 'Um pedido médico de hemograma.')) =>
    createDescribeImage(client(), 'gpt-4o-mini')({ bytes, mimetype: 'image/png' });

  it('says what a picture shows, and what that took', async () => {
    expect(await describeIt()).toMatchObject({
      content: 'Um pedido médico de hemograma.',
      model: 'gpt-4o-mini',
      promptTokens: expect.any(Number),
      completionTokens: expect.any(Number),
    });
  });

  it.each([...COMMON, ['a refusal', { kind: 'refusal' }, REJECTED] as const])(
    'tells %s apart (F21)',
    async (_what, fault, expected) => {
      await phone.fault({ target: 'openai.chat', ...fault });
      await expect(describeIt()).rejects.toMatchObject(expected);
    },
  );
});
