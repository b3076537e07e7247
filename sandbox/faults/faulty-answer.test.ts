import { connectInstance, startTestSandbox, type TestSandbox } from '../testing/start-test-sandbox';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver';

const text = { number: '5541988110001', text: 'Olá' };

describe('faults of calls', () => {
  let sandbox: TestSandbox;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    receiver = await startWebhookReceiver();
    sandbox = await startTestSandbox();
    await connectInstance(sandbox, receiver.url);
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const fault = (input: object) =>
    sandbox.control('POST', '/faults', { target: 'evolution.sendText', times: 1, ...input });
  const send = () => sandbox.evolution('POST', '/message/sendText/loja', text);
  const stored = async () => {
    const { body } = await sandbox.control('GET', '/chats/loja/5541988110001/messages');
    return Array.isArray(body) ? body.length : -1;
  };

  it('delay waits, then goes on', async () => {
    await fault({ kind: 'delay', ms: 120 });
    const began = Date.now();
    expect((await send()).status).toBe(201);
    expect(Date.now() - began).toBeGreaterThanOrEqual(119);
  });

  it('hang never answers and does nothing', async () => {
    await fault({ kind: 'hang' });
    const call = fetch(`${sandbox.evolutionUrl}/message/sendText/loja`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', apikey: 'sandbox' },
      body: JSON.stringify(text),
      signal: AbortSignal.timeout(150),
    });
    await expect(call).rejects.toThrow(/timeout|aborted/i);
    expect(await stored()).toBe(0);
  });

  it('reset destroys the connection before anything happened', async () => {
    await fault({ kind: 'reset' });
    await expect(send()).rejects.toThrow('fetch failed');
    expect(await stored()).toBe(0);
  });

  it('status answers in the words of the vendor, or in those given', async () => {
    await fault({ kind: 'status', status: 503 });
    expect(await send()).toMatchObject({
      status: 503,
      body: { status: 503, response: { message: expect.any(String) } },
    });
    await fault({ kind: 'status', status: 429, retryAfter: 7, body: { own: true } });
    const answer = await send();
    expect(answer).toMatchObject({ status: 429, body: { own: true } });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await stored()).toBe(0);
  });

  it('html200 is a page of a proxy', async () => {
    await fault({ kind: 'html200' });
    const answer = await send();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toBeUndefined();
    expect(await stored()).toBe(0);
  });

  it('cutBody sends the message and loses the end of the answer', async () => {
    await fault({ kind: 'cutBody' });
    await expect(send()).rejects.toThrow();
    expect(await stored()).toBe(1);
  });

  it('malformedJson sends the message and answers what cannot be parsed', async () => {
    await fault({ kind: 'malformedJson' });
    const answer = await send();
    expect(answer).toMatchObject({ status: 201, body: undefined });
    expect(answer.text).toMatch(/^\{/);
    expect(await stored()).toBe(1);
  });

  it('acceptThenTimeout sends the message, tells send.message, and never answers', async () => {
    await fault({ kind: 'acceptThenTimeout' });
    const call = fetch(`${sandbox.evolutionUrl}/message/sendText/loja`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', apikey: 'sandbox' },
      body: JSON.stringify(text),
      signal: AbortSignal.timeout(200),
    });
    await expect(call).rejects.toThrow();
    expect(await stored()).toBe(1);
    await receiver.waitFor('send.message');
  });

  it('acceptThenStatus sends the message, and says that it failed', async () => {
    await fault({ kind: 'acceptThenStatus' });
    expect((await send()).status).toBe(500);
    expect(await stored()).toBe(1);
  });

  it('delayAnswer lets send.message arrive before the answer', async () => {
    await fault({ kind: 'delayAnswer', ms: 200 });
    const sending = send();
    await receiver.waitFor('send.message');
    let isAnswered = false;
    void sending.then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAnswered).toBe(false);
    expect((await sending).status).toBe(201);
  });

  it('is written down in the journal', async () => {
    await fault({ kind: 'status', status: 500 });
    await send();
    const { body } = await sandbox.control('GET', '/journal?system=evolution&limit=1');
    expect(body).toMatchObject([
      {
        system: 'evolution',
        method: 'POST',
        path: '/evolution/message/sendText/loja',
        status: 500,
        faults: ['status'],
        headers: { apikey: '[redacted]' },
        body: text,
      },
    ]);
  });
});
