import { createLogger } from '../../config/logger';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox';
import { Phone } from '../../tests/support/phone';
import { eventually } from '../../tests/support/test-tenant';
import { createEvolutionClient, type EvolutionClient, type InstanceAccess } from './client';

let sandbox: Sandbox;
let phone: Phone;
let evolution: EvolutionClient;
const access: InstanceAccess = { instanceName: 'loja', token: 'a-token' };
const MAX = 1_024 * 1_024;
let sent = 0;

beforeAll(async () => {
  const log = createLogger('test', { level: 'silent', json: true });
  sandbox = await startSandbox({ port: 0, smtpPort: 0, log, timings: { connectMs: 1 } });
  phone = new Phone(sandbox.url);
  evolution = createEvolutionClient({
    url: sandbox.evolutionUrl,
    apiKey: 'sandbox',
    downloadTimeoutMs: 2_000,
  });
  await evolution.createInstance({ ...access, webhookUrl: 'http://127.0.0.1:9/nobody', webhookHeaders: {} });
  await evolution.connect(access);
  await phone.scan('loja');
  await eventually(async () => expect(await evolution.connectionState(access)).toBe('open'));
});
afterEach(() => phone.heal());
afterAll(async () => {
  await evolution.close();
  await sandbox.close();
});

async function send(media: Record<string, unknown> | undefined): Promise<string> {
  const id = `MEDIA${(sent += 1)}`;
  await phone.write('loja', '5541988110001', media === undefined ? { id, text: 'oi' } : { id, media });
  return id;
}
const download = (providerMessageId: string, maxBytes = MAX, declaredBytes?: number) =>
  evolution.downloadMedia(access, { providerMessageId, maxBytes, declaredBytes });

describe('a customer’s file', () => {
  it.each([
    ['audio', 'OggS'],
    ['image', '\x89PNG'],
    ['document', '%PDF'],
  ])('comes as its bytes: %s', async (kind, begins) => {
    const answer = await download(await send({ kind }));
    if (answer.status !== 'ok') throw new Error(answer.status);
    expect(answer.bytes.toString('latin1', 0, 4)).toBe(begins);
  });

  it.each([
    ['expired (F21)', { kind: 'expired' }, { status: 'gone' }],
    ['cut off (F21)', { kind: 'truncated' }, { status: 'broken' }],
    ['larger than it may be (F21)', { kind: 'oversized', bytes: MAX + 1 }, { status: 'too_large' }],
    ['much larger than it may be (F21)', { kind: 'oversized', bytes: 3 * MAX }, { status: 'too_large' }],
  ])('says when it is %s', async (_what, fault, expected) => {
    const id = await send({ kind: 'audio' });
    await phone.fault({ target: 'evolution.getBase64FromMediaMessage', ...fault });
    expect(await download(id)).toEqual(expected);
  });

  it('says when less came than the sender’s phone had said', async () => {
    expect(await download(await send({ kind: 'image' }), MAX, 1_000_000)).toEqual({ status: 'broken' });
  });

  it.each([
    ['a timeout (F21)', { kind: 'hang' }],
    ['a server error', { kind: 'status', status: 500 }],
    ['an answer that is cut', { kind: 'cutBody' }],
    ['a proxy page with status 200', { kind: 'html200' }],
    ['a reset connection', { kind: 'reset' }],
  ])('is worth another try after %s', async (_what, fault) => {
    const id = await send({ kind: 'audio' });
    await phone.fault({ target: 'evolution.getBase64FromMediaMessage', ...fault });
    await expect(download(id)).rejects.toMatchObject({ name: 'ProviderUnavailableError' });
  });

  it('is not there for a message that nobody knows, or that has none', async () => {
    expect(await download('UNKNOWN')).toEqual({ status: 'gone' });
    expect(await download(await send(undefined))).toEqual({ status: 'gone' });
  });

  it('is not given to another instance’s token', async () => {
    const id = await send({ kind: 'audio' });
    const file = { providerMessageId: id, maxBytes: MAX };
    await expect(evolution.downloadMedia({ ...access, token: 'another' }, file)).rejects.toMatchObject({
      name: 'ProviderRejectedError',
    });
  });
});
