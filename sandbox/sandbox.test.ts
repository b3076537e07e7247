import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectInstance, startTestSandbox } from './testing/start-test-sandbox';
import { startWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver';

describe('startSandbox', () => {
  let dataDir: string;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'));
    receiver = await startWebhookReceiver();
  });
  afterEach(async () => {
    await receiver.close();
    await rm(dataDir, { recursive: true });
  });

  it('takes free ports and says where everything is', async () => {
    const sandbox = await startTestSandbox();
    expect(sandbox.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(sandbox.evolutionUrl).toBe(`${sandbox.url}/evolution`);
    expect(sandbox.openaiUrl).toBe(`${sandbox.url}/openai/v1`);
    expect(sandbox.chatwootUrl).toBe(`${sandbox.url}/chatwoot`);
    expect(sandbox.smtpUrl).toMatch(/^smtp:\/\/sandbox:sandbox@127\.0\.0\.1:\d+$/);
    await sandbox.close();
  });

  it('refuses a busy port', async () => {
    const first = await startTestSandbox();
    const port = Number(new URL(first.url).port);
    await expect(startTestSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const smtpPort = Number(new URL(first.smtpUrl).port);
    await expect(startTestSandbox({ smtpPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it('keeps numbers, customers, chats and mails over a restart', async () => {
    const first = await startTestSandbox({ dataDir });
    await connectInstance(first, receiver.url);
    await first.control('POST', '/customers', { name: 'Rui', number: '5511955554444' });
    await first.control('POST', '/chats/loja/5511955554444/messages', { text: 'oi', id: 'KEPT' });
    await first.close();
    expect(await readdir(dataDir)).toEqual(['sandbox.json']);
    const second = await startTestSandbox({ dataDir });
    expect((await second.evolution('GET', '/instance/connectionState/loja')).body).toEqual({
      instance: { instanceName: 'loja', state: 'open' },
    });
    expect((await second.control('GET', '/chats/loja/5511955554444/messages')).body).toMatchObject([
      { id: 'KEPT', text: 'oi' },
    ]);
    await second.control('POST', '/messages/KEPT/resend', { times: 1 });
    await receiver.waitFor('messages.upsert', 2);
    await second.close();
  });

  it('keeps what Chatwoot knows over a restart, and goes on numbering from there', async () => {
    const first = await startTestSandbox({ dataDir });
    await first.chatwoot('POST', '/inboxes', { name: 'WhatsApp', channel: { type: 'api' } });
    await first.chatwoot('POST', '/contacts', { name: 'Ana', phone_number: '+5521999990001' });
    await first.chatwoot('POST', '/conversations', { inbox_id: 1, contact_id: 1 });
    await first.chatwoot('POST', '/conversations/1/messages', { content: 'oi', source_id: 'M1' });
    await first.chatwoot('POST', '/webhooks', { url: 'https://prosa.example/h' });
    const webhooks = (await first.chatwoot('GET', '/webhooks')).body;
    await first.close();
    const second = await startTestSandbox({ dataDir });
    expect((await second.chatwoot('GET', '/webhooks')).body).toEqual(webhooks);
    await second.chatwoot('DELETE', '/webhooks/1');
    expect(
      (await second.chatwoot('POST', '/conversations/1/messages', { content: 'de novo' })).body,
    ).toMatchObject({
      id: 2,
    });
    expect((await second.chatwoot('GET', '/conversations/1/messages')).body).toMatchObject({
      payload: [{ id: 1, source_id: 'M1' }, { id: 2 }],
    });
    await second.close();
  });

  it('has a paired number on disk before it answers, so that a kill does not unpair it', async () => {
    const sandbox = await startTestSandbox({ dataDir });
    await connectInstance(sandbox, receiver.url);
    const saved = await readFile(join(dataDir, 'sandbox.json'), 'utf8');
    expect(JSON.parse(saved)).toMatchObject({ instances: [{ name: 'loja', state: 'open' }] });
    await sandbox.close();
  });

  it('asks for a new QR code after a restart in the middle of pairing', async () => {
    const first = await startTestSandbox({ dataDir });
    await first.evolution('POST', '/instance/create', { instanceName: 'nova', integration: 'EVOLUTION' });
    await first.evolution('GET', '/instance/connect/nova');
    await first.close();
    const second = await startTestSandbox({ dataDir });
    expect((await second.evolution('GET', '/instance/connectionState/nova')).body).toMatchObject({
      instance: { state: 'close' },
    });
    await second.close();
  });

  it('puts a state it cannot read aside and starts afresh', async () => {
    await writeFile(join(dataDir, 'sandbox.json'), '{"version":1,"instances":');
    const sandbox = await startTestSandbox({ dataDir });
    expect((await sandbox.control('GET', '/state')).body).toMatchObject({ instances: [] });
    expect(await readdir(dataDir)).toContain('sandbox.json.unreadable');
    await sandbox.close();
  });

  it('serves the page, or says how to build it', async () => {
    await writeFile(join(dataDir, 'index.html'), '<p>phone</p>');
    const built = await startTestSandbox({ phoneDir: dataDir });
    expect((await built.call('GET', '/')).text).toBe('<p>phone</p>');
    await built.close();
    const bare = await startTestSandbox({ phoneDir: join(dataDir, 'none') });
    expect(await bare.call('GET', '/')).toMatchObject({
      status: 503,
      text: expect.stringContaining('vite build'),
    });
    await bare.close();
  });

  it('closes while calls hang', async () => {
    const sandbox = await startTestSandbox();
    await sandbox.control('POST', '/faults', { target: 'openai.chat', kind: 'hang' });
    const call = sandbox.openai('POST', '/chat/completions', {
      model: 'm',
      messages: [{ role: 'user', content: 'oi' }],
    });
    const failed = expect(call).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sandbox.close();
    await failed;
  });
});
