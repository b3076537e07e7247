import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

const fileSchema = z.looseObject({ attachments: z.array(z.looseObject({ data_url: z.string() })) });

describe('faults of Chatwoot', () => {
  let account: ChatwootAccount;
  let id: number;

  beforeEach(async () => {
    account = await startChatwootAccount();
    id = await account.converse();
    await account.receiver.waitFor('conversation_created');
  });
  afterEach(() => account.close());

  const fault = (input: object) => account.control('POST', '/faults', { times: 1, ...input });
  const stored = async () => (await account.control('GET', `/chatwoot/conversations/${id}`)).body;
  const texts = async () => {
    const body = z.object({ messages: z.array(z.object({ text: z.string() })) }).parse(await stored());
    return body.messages.map(({ text }) => text);
  };

  it('answers for a busy or broken server, and does nothing', async () => {
    await fault({ target: 'chatwoot.messages', kind: 'status', status: 429, retryAfter: 7 });
    const busy = await account.post(id, { content: 'oi' });
    expect(busy).toMatchObject({ status: 429 });
    await fault({ target: 'chatwoot.*', kind: 'status', status: 500 });
    expect(await account.chatwoot('GET', '/contacts/1')).toMatchObject({
      status: 500,
      body: { error: 'Internal Server Error' },
    });
    await fault({ target: 'chatwoot.conversations', kind: 'html200' });
    expect((await account.chatwoot('GET', '/conversations')).headers.get('content-type')).toContain('html');
    expect(await texts()).toEqual([]);
  });

  it('tells when to come back', async () => {
    await fault({ target: 'chatwoot.profile', kind: 'status', status: 429, retryAfter: 7 });
    const answer = await account.call('GET', '/chatwoot/api/v1/profile');
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('does what it was asked and says nothing of it', async () => {
    await fault({ target: 'chatwoot.messages', kind: 'acceptThenTimeout' });
    const call = fetch(`${account.chatwootUrl}/api/v1/accounts/1/conversations/${id}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', api_access_token: 'sandbox-chatwoot-admin' },
      body: JSON.stringify({ content: 'chegou', source_id: 'M1' }),
      signal: AbortSignal.timeout(150),
    });
    await expect(call).rejects.toThrow();
    expect(await texts()).toEqual(['chegou']);
    const [hook] = await account.receiver.waitFor('message_created');
    expect(hook?.body).toMatchObject({ source_id: 'M1' });
  });

  it('cuts a connection before anything happened', async () => {
    await fault({ target: 'chatwoot.messages', kind: 'reset' });
    await expect(account.post(id, { content: 'oi' })).rejects.toThrow('fetch failed');
    expect(await texts()).toEqual([]);
  });

  it('hits only calls made in one way, when told so', async () => {
    await fault({ target: 'chatwoot.messages', kind: 'status', status: 503, method: 'POST' });
    expect((await account.chatwoot('GET', `/conversations/${id}/messages`)).status).toBe(200);
    expect((await account.post(id, { content: 'oi' })).status).toBe(503);
  });

  it('spoils the serving of files, but only before it begins', async () => {
    const shown = await account.control('POST', `/chatwoot/conversations/${id}/messages`, {
      agent: 'bia',
      attachment: 'image',
    });
    const url = fileSchema.parse(shown.body).attachments[0]?.data_url ?? '';
    await fault({ target: 'chatwoot.files', kind: 'status', status: 503 });
    expect((await fetch(url)).status).toBe(503);
    expect((await fetch(url)).status).toBe(200);
    expect((await fault({ target: 'chatwoot.files', kind: 'cutBody' })).status).toBe(400);
  });

  it('loses events, sends them twice, or late', async () => {
    await fault({ target: 'chatwootWebhook', kind: 'drop', event: 'message_created' });
    await account.post(id, { content: 'perdida' });
    await fault({ target: 'chatwootWebhook', kind: 'duplicate', n: 3, event: 'message_created' });
    await account.post(id, { content: 'repetida' });
    const hooks = await account.receiver.waitFor('message_created', 3);
    expect(hooks.map(({ body }) => body['content'])).toEqual(['repetida', 'repetida', 'repetida']);
    expect(new Set(hooks.map(({ headers }) => headers['x-chatwoot-delivery'])).size).toBe(1);
    await fault({ target: 'chatwootWebhook', kind: 'delay', ms: 120, event: 'message_created' });
    await account.post(id, { content: 'tarde' });
    await wait(60);
    expect(account.receiver.received.some(({ body }) => body['content'] === 'tarde')).toBe(false);
    await account.receiver.waitFor('message_created', 4);
  });

  it.each(['wrongSecret', 'expiredToken', 'noSecret'])('forges an event: %s', async (kind) => {
    await fault({ target: 'chatwootWebhook', kind, event: 'message_created' });
    await account.post(id, { content: 'oi' });
    const [hook] = await account.receiver.waitFor('message_created');
    const { headers = {}, raw = '' } = hook ?? {};
    const timestamp = Number(headers['x-chatwoot-timestamp']);
    const signed = createHmac('sha256', account.secret).update(`${timestamp}.${raw}`).digest('hex');
    const isSigned = headers['x-chatwoot-signature'] === `sha256=${signed}`;
    const age = Date.now() / 1_000 - timestamp;
    if (kind === 'noSecret') expect(headers).not.toHaveProperty('x-chatwoot-signature');
    if (kind === 'wrongSecret') expect(isSigned).toBe(false);
    if (kind === 'expiredToken') expect([isSigned, age > 3_000]).toEqual([true, true]);
    expect(headers['x-chatwoot-delivery']).toBeDefined();
  });

  it('leaves Evolution’s webhooks and its own apart', async () => {
    expect((await fault({ target: 'chatwootWebhook', kind: 'reorder' })).status).toBe(400);
    await fault({ target: 'webhook', kind: 'drop' });
    await fault({ target: 'chatwoot.*', kind: 'delay', ms: 1 });
    await account.post(id, { content: 'oi' });
    await account.receiver.waitFor('message_created');
    expect((await account.control('GET', '/faults')).body).toMatchObject([{ target: 'webhook', hits: 0 }]);
  });

  it('is in the journal, with what was sent; tokens are not', async () => {
    await account.post(id, { content: 'oi' });
    await account.receiver.waitFor('message_created');
    const { body, text } = await account.control('GET', '/journal?system=chatwoot');
    expect(body).toContainEqual(
      expect.objectContaining({
        system: 'chatwoot',
        method: 'POST',
        path: `/chatwoot/api/v1/accounts/1/conversations/${id}/messages`,
        status: 200,
        headers: expect.objectContaining({ api_access_token: '[redacted]' }),
        body: { content: 'oi' },
      }),
    );
    expect(body).toContainEqual(
      expect.objectContaining({
        event: 'message_created',
        path: account.receiver.url,
        status: 200,
        headers: expect.objectContaining({ 'X-Chatwoot-Signature': expect.any(String) }),
        body: expect.objectContaining({ content: 'oi' }),
      }),
    );
    expect(text).not.toContain('sandbox-chatwoot-admin');
  });
});
