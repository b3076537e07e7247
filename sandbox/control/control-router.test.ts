import { z } from 'zod';
import { connectInstance, startTestSandbox, type TestSandbox } from '../testing/start-test-sandbox';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver';

describe('controlRouter', () => {
  let sandbox: TestSandbox;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    receiver = await startWebhookReceiver();
    sandbox = await startTestSandbox();
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const post = (path: string, body?: unknown) => sandbox.control('POST', path, body);

  async function createWaiting(): Promise<void> {
    await sandbox.evolution('POST', '/instance/create', {
      instanceName: 'nova',
      integration: 'WHATSAPP-BAILEYS',
    });
    await sandbox.evolution('GET', '/instance/connect/nova?number=5511987650000');
  }

  it('shows the whole state', async () => {
    expect((await sandbox.control('GET', '/state')).body).toMatchObject({
      instances: [],
      customers: [
        { name: 'Marina Souza' },
        { name: 'João Pedro' },
        { name: 'Lúcia Ramos', lid: '81234567890123' },
      ],
      faults: [],
      timings: { qrRotateMs: 45_000 },
    });
  });

  it('reads a waiting QR code with a phone', async () => {
    await createWaiting();
    expect((await sandbox.control('GET', '/instances')).body).toMatchObject([
      { name: 'nova', state: 'connecting', qrCode: { code: expect.stringMatching(/^2@/) } },
    ]);
    const answer = await post('/instances/nova/scan', { number: '5541988887777', profileName: 'Loja Sol' });
    expect(answer.body).toMatchObject({
      state: 'open',
      number: '5541988887777',
      label: 'Loja Sol',
      qrCode: null,
    });
    expect(await post('/instances/nova/scan')).toMatchObject({
      status: 409,
      body: { error: { code: 'no_qr_code' } },
    });
  });

  it('takes the pairing code instead, but no other', async () => {
    await createWaiting();
    expect(await post('/instances/nova/scan', { pairingCode: 'WRONG123' })).toMatchObject({
      status: 422,
      body: { error: { code: 'wrong_pairing_code' } },
    });
    const { text } = await sandbox.control('GET', '/instances');
    const code = /"pairingCode":"(\w{8})"/.exec(text)?.[1] ?? '';
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect((await post('/instances/nova/scan', { pairingCode: typed })).status).toBe(200);
  });

  it('unpairs, and refuses to write to a number nobody has', async () => {
    await connectInstance(sandbox, receiver.url);
    expect((await post('/instances/loja/unpair')).body).toMatchObject({ state: 'close', number: null });
    expect(await post('/instances/loja/unpair')).toMatchObject({ status: 409 });
    expect(await post('/chats/loja/5541988110001/messages', { text: 'oi' })).toMatchObject({
      status: 409,
      body: { error: { code: 'not_paired' } },
    });
  });

  it('adds, changes and removes customers', async () => {
    const rui = { name: 'Rui', number: '5511955554444' };
    expect(await post('/customers', rui)).toMatchObject({
      status: 201,
      body: { ...rui, jid: '5511955554444@s.whatsapp.net', onWhatsApp: true },
    });
    expect(await post('/customers', rui)).toMatchObject({ status: 409 });
    const changed = await sandbox.control('PATCH', '/customers/5511955554444', { lid: '99887766554433' });
    expect(changed.body).toMatchObject({ name: 'Rui', lid: '99887766554433', onWhatsApp: true });
    expect((await sandbox.control('DELETE', '/customers/5511955554444')).status).toBe(204);
    expect((await sandbox.control('DELETE', '/customers/5511955554444')).status).toBe(404);
  });

  it.each([
    ['/customers', { name: 'x', number: '12' }, 'number'],
    ['/chats/loja/5541988110001/messages', {}, 'give one of'],
    ['/chats/loja/5541988110001/messages', { text: 'a', media: { kind: 'image' } }, 'give one of'],
    ['/chats/loja/5541988110001/messages', { text: 'a', unknown: 1 }, 'unknown'],
    ['/faults', { target: 'webhook', kind: 'hang' }, 'webhook takes: delay, duplicate'],
  ])('explains what is wrong with %s %j', async (path, body, words) => {
    await connectInstance(sandbox, receiver.url);
    const answer = await post(path, body);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_body' } } });
    expect(answer.text).toContain(words);
  });

  it('answers 404 for what is not there', async () => {
    await connectInstance(sandbox, receiver.url);
    expect((await post('/chats/none/5541988110001/messages', { text: 'a' })).status).toBe(404);
    expect(
      (await post('/chats/loja/5541988110001/messages', { reaction: { id: 'x', emoji: 'y' } })).status,
    ).toBe(404);
    expect((await sandbox.control('PATCH', '/messages/none', { text: 'a' })).status).toBe(404);
    expect((await sandbox.control('GET', '/nothing')).status).toBe(404);
  });

  it('lists a customer’s chats, spoken to or not, and a number’s chats that have begun', async () => {
    await connectInstance(sandbox, receiver.url);
    expect((await sandbox.control('GET', '/chats?customer=5541988110001')).body).toMatchObject([
      { instance: 'loja', instanceLabel: 'Loja Sol', title: 'Marina Souza', last: null },
    ]);
    expect((await sandbox.control('GET', '/chats?instance=loja')).body).toEqual([]);
    await post('/chats/loja/5541988110001/messages', { text: 'oi' });
    await post('/chats/loja/5541988110001/messages', { text: 'todos', group: '120363025550001@g.us' });
    await sandbox.evolution('POST', '/message/sendText/loja', { number: '5541988110001', text: 'Olá!' });
    const chats = await sandbox.control('GET', '/chats?instance=loja');
    expect(chats.body).toHaveLength(2);
    expect(chats.text).toContain('Grupo do bairro');
    expect((await sandbox.control('GET', '/chats?customer=5541988110001')).body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ isGroup: false, unreadByCustomer: 1, unreadByBusiness: 1 }),
      ]),
    );
  });

  it('serves the media of a message so that a browser cannot run it', async () => {
    await connectInstance(sandbox, receiver.url);
    const base64 = Buffer.from('<script>alert(1)</script>').toString('base64');
    await post('/chats/loja/5541988110001/messages', {
      media: { kind: 'document', mimetype: 'text/html', base64 },
      id: 'PAGE',
    });
    const answer = await sandbox.control('GET', '/media/PAGE');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('changes timings while running', async () => {
    expect((await sandbox.control('PATCH', '/timings', { connectMs: 5 })).body).toMatchObject({
      connectMs: 5,
    });
    expect((await sandbox.control('PATCH', '/timings', { connectMs: -1 })).status).toBe(400);
    expect((await sandbox.control('PATCH', '/timings', { nonsense: 1 })).status).toBe(400);
  });

  it('writes webhooks into the journal with attempts and answers, without secrets', async () => {
    await connectInstance(sandbox, receiver.url);
    await post('/chats/loja/5541988110001/messages', { text: 'oi', id: 'NOTED' });
    await receiver.waitFor('messages.upsert');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { body, text } = await sandbox.control('GET', '/journal?system=webhook&limit=1');
    expect(body).toMatchObject([
      {
        event: 'messages.upsert',
        messageId: 'NOTED',
        state: 'delivered',
        attempts: [{ status: 200, error: null }],
      },
    ]);
    const all = await sandbox.control('GET', '/journal?limit=1000');
    expect(all.text).not.toContain('test_secret_1');
    expect(all.text).not.toContain('instance-token');
    expect(text).not.toContain('Bearer');
    await sandbox.control('DELETE', '/journal');
    expect((await sandbox.control('GET', '/journal')).body).toEqual([]);
  });

  it('streams what changes', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${sandbox.url}/control/events`, { signal: stop.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await post('/customers', { name: 'Rui', number: '5511955554444' });
    let seen = '';
    const decoder = new TextDecoder();
    for await (const chunk of stream.body ?? []) {
      seen += decoder.decode(z.instanceof(Uint8Array).parse(chunk));
      if (seen.includes('data:')) break;
    }
    expect(seen).toContain('data: [{"type":"customers"}]');
    stop.abort();
  });
});
