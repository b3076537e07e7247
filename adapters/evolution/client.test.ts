import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '../../config/logger';
import { withCorrelation } from '../../config/correlation';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox';
import { Phone } from '../../tests/support/phone';
import { eventually } from '../../tests/support/test-tenant';
import { createEvolutionClient, type EvolutionClient, type InstanceAccess } from './client';

let sandbox: Sandbox;
let phone: Phone;
let evolution: EvolutionClient;
const access: InstanceAccess = { instanceName: 'loja', token: 'a-token' };

beforeAll(async () => {
  const log = createLogger('test', { level: 'silent', json: true });
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    log,
    timings: { connectMs: 1, serverAckMs: 1, deliveryAckMs: 1 },
  });
  phone = new Phone(sandbox.url);
  evolution = createEvolutionClient({ url: sandbox.evolutionUrl, apiKey: 'sandbox', sendTimeoutMs: 400 });
  await evolution.createInstance({
    ...access,
    webhookUrl: 'http://127.0.0.1:9/nobody',
    webhookHeaders: { 'x-prosa-webhook-secret': 's' },
  });
});
afterEach(() => phone.heal());
afterAll(async () => {
  await evolution.close();
  await sandbox.close();
});

const UNSURE = { name: 'ProviderUnavailableError', uncertain: true };
const UNANSWERED = { ...UNSURE, answered: false };
const NEVER_LEFT = { name: 'ProviderUnavailableError', uncertain: false };
const REFUSED = { name: 'ProviderRejectedError' };

describe('pairing', () => {
  it('shows a code to scan, then that it is open', async () => {
    const code = await evolution.connect(access);
    expect(code).toMatchObject({
      code: expect.stringMatching(/^2@/),
      image: expect.stringMatching(/^data:image\/png/),
    });
    // As the real one: an attempt under way keeps the way it was begun in.
    expect(await evolution.connect(access, '5541988887777')).toMatchObject({ pairingCode: null });
    await evolution.logout(access);
    expect(await evolution.connect(access, '5541988887777')).toMatchObject({
      pairingCode: expect.stringMatching(/^[1-9A-Z]{8}$/),
    });
    await phone.scan('loja');
    await eventually(async () => expect(await evolution.connectionState(access)).toBe('open'));
    expect(await evolution.connect(access)).toEqual({ state: 'open' });
  });

  it('opens an instance with its own token only', async () => {
    await expect(evolution.connectionState({ ...access, token: 'another' })).rejects.toMatchObject(REFUSED);
  });

  it('says that an instance is not there', async () => {
    await expect(evolution.connectionState({ ...access, instanceName: 'nowhere' })).rejects.toMatchObject({
      name: expect.stringMatching(/NotFound|ProviderRejected/),
    });
    await evolution.deleteInstance({ ...access, instanceName: 'nowhere' });
  });
});

describe('sendText', () => {
  const send = (number = Phone.number()) => evolution.sendText(access, { address: number, text: 'Olá!' });

  it('returns an id that is found again in what was sent', async () => {
    const number = Phone.number();
    const id = await send(number);
    expect(await evolution.findSentMessages(access, `${number}@s.whatsapp.net`)).toEqual([
      { id, text: 'Olá!', carriesFile: false, timestamp: expect.any(Number) },
    ]);
  });

  it('carries the correlation to the other side', async () => {
    await withCorrelation({ correlationId: 'c-123' }, () => send());
    const [call] = await phone.journal('evolution');
    expect(call?.headers['x-request-id']).toBe('c-123');
  });

  it.each([
    ['an answer that never comes', { kind: 'acceptThenTimeout' }, UNANSWERED],
    ['a request that hangs', { kind: 'hang' }, UNANSWERED],
    ['half an answer', { kind: 'cutBody' }, UNANSWERED],
    ['an answer that is no JSON', { kind: 'malformedJson' }, UNANSWERED],
    ['a proxy page with status 200', { kind: 'html200' }, UNANSWERED],
    ['a reset connection', { kind: 'reset' }, UNANSWERED],
    ['a server error', { kind: 'status', status: 500 }, { ...UNSURE, answered: true }],
    ['a proxy that gave up', { kind: 'status', status: 504, body: { error: 'timeout' } }, UNANSWERED],
    ['a refusal', { kind: 'status', status: 403 }, REFUSED],
    [
      'a bad request',
      { kind: 'status', status: 400, body: { status: 400, response: { message: ['x'] } } },
      REFUSED,
    ],
    ['too many requests', { kind: 'status', status: 429 }, { name: 'ProviderUnavailableError' }],
    [
      'a socket to WhatsApp that is closed, which never sends',
      { kind: 'status', status: 500, body: { status: 500, response: { message: 'Connection Closed' } } },
      NEVER_LEFT,
    ],
    ['an answer without an id', { kind: 'status', status: 201, body: { key: {} } }, UNSURE],
    [
      '200 that says it is an error',
      { kind: 'status', status: 200, body: { error: true, message: 'x' } },
      { ...UNSURE, answered: true },
    ],
  ])('knows what %s means', async (_what, fault, expected) => {
    await phone.fault({ target: 'evolution.sendText', ...fault });
    await expect(send()).rejects.toMatchObject(expected);
  });

  it('knows a number that is not on WhatsApp', async () => {
    const number = Phone.number();
    await phone.customer({ name: 'Rui', number });
    await phone.notOnWhatsApp(number);
    await expect(send(number)).rejects.toMatchObject({ ...REFUSED, code: 'number_not_on_whatsapp' });
  });

  it('is not certain of a proxy’s page that says it gave up', async () => {
    const page = createServer((_req, res) => res.writeHead(502).end('<h1>502 Bad Gateway</h1>'));
    await new Promise<void>((listening) => page.listen(0, '127.0.0.1', listening));
    const { port } = page.address() as AddressInfo;
    const behind = createEvolutionClient({ url: `http://127.0.0.1:${port}`, apiKey: 'x' });
    await expect(behind.sendText(access, { address: '554199', text: 'x' })).rejects.toMatchObject(UNANSWERED);
    await behind.close();
    await new Promise((closed) => page.close(closed));
  });

  it('is certain that nothing left when nobody listens', async () => {
    const nobody = createEvolutionClient({ url: 'http://127.0.0.1:9', apiKey: 'x' });
    await expect(nobody.sendText(access, { address: '554199', text: 'x' })).rejects.toMatchObject(NEVER_LEFT);
    await nobody.close();
  });
});
