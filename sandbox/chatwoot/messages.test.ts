import { z } from 'zod';
import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

const listSchema = z.object({
  payload: z.array(
    z.looseObject({ id: z.number(), content: z.string().nullable(), message_type: z.number() }),
  ),
});
const fileSchema = z.looseObject({ attachments: z.array(z.looseObject({ data_url: z.string() })).min(1) });

describe('messages', () => {
  let account: ChatwootAccount;
  let id: number;

  beforeEach(async () => {
    account = await startChatwootAccount();
    id = await account.converse();
  });
  afterEach(() => account.close());

  const list = async (query = '') => {
    const { body } = await account.chatwoot('GET', `/conversations/${id}/messages${query}`);
    return listSchema.parse(body).payload;
  };
  const statusNow = async () => (await account.chatwoot('GET', `/conversations/${id}`)).body;
  const send = (form: FormData) =>
    fetch(`${account.chatwootUrl}/api/v1/accounts/1/conversations/${id}/messages`, {
      method: 'POST',
      headers: { api_access_token: 'sandbox-chatwoot-admin' },
      body: form,
    });

  it('writes as the token’s owner, with numbers for types', async () => {
    const { status, body } = await account.post(id, { content: 'Olá', source_id: 'M1', echo_id: 'E1' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      content: 'Olá',
      message_type: 1,
      content_type: 'text',
      private: false,
      status: 'sent',
      source_id: 'M1',
      echo_id: 'E1',
      conversation_id: id,
      sender: { id: 1, type: 'user' },
      created_at: expect.any(Number),
    });
    expect(body).not.toHaveProperty('attachments');
  });

  it('keeps the source id, and forgets the echo', async () => {
    await account.post(id, { content: 'Olá', source_id: 'M1', echo_id: 'E1' });
    const [kept] = await list();
    expect(kept).toMatchObject({ source_id: 'M1' });
    expect(kept).not.toHaveProperty('echo_id');
  });

  it('writes as the contact what comes in, and as the bot with its token', async () => {
    expect((await account.post(id, { content: 'oi', message_type: 'incoming' })).body).toMatchObject({
      message_type: 0,
      sender: { id: 1, name: 'Ana', type: 'contact' },
    });
    expect((await account.post(id, { content: 'oi' }, 'sandbox-chatwoot-bot')).body).toMatchObject({
      sender: { type: 'agent_bot' },
    });
  });

  it('does not notice a message it already has', async () => {
    await account.post(id, { content: 'Olá', source_id: 'M1' });
    await account.post(id, { content: 'Olá', source_id: 'M1' });
    expect(await list()).toHaveLength(2);
  });

  it('refuses what is too long, in Rails’ words', async () => {
    expect(await account.post(id, { content: 'x'.repeat(150_001) })).toMatchObject({
      status: 422,
      body: { error: 'Validation failed: Content is too long (maximum is 150000 characters)' },
    });
    expect((await account.post(99, { content: 'x' })).status).toBe(404);
  });

  it('gives the newest twenty, oldest first', async () => {
    for (let n = 1; n <= 25; n += 1) await account.post(id, { content: `m${n}` });
    const texts = (await list()).map(({ content }) => content);
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([20, 'm6', 'm25']);
    const before = (await list('?before=6')).map(({ content }) => content);
    expect(before).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  it('gives a hundred after an id, oldest first', async () => {
    for (let n = 1; n <= 120; n += 1) await account.post(id, { content: `m${n}` });
    const after = await list('?after=10');
    expect([after.length, after[0]?.id, after.at(-1)?.id]).toEqual([100, 11, 110]);
    expect((await list('?after=110')).map((message) => message.id)).toHaveLength(10);
    expect((await list('?after=5&before=8')).map((message) => message.id)).toEqual([5, 6, 7]);
  });

  it('takes two hundred messages a minute in one conversation', async () => {
    for (let n = 0; n < 200; n += 1) await account.post(id, { content: String(n) });
    expect(await account.post(id, { content: 'uma a mais' })).toMatchObject({
      status: 422,
      body: { error: 'Validation failed: Too many messages' },
    });
  });

  it.each([
    ['resolved', 'open'],
    ['snoozed', 'open'],
    ['pending', 'pending'],
    ['open', 'open'],
  ])('leaves a conversation that was %s %s when the customer writes', async (before, after) => {
    await account.chatwoot('POST', `/conversations/${id}/toggle_status`, { status: before });
    await account.post(id, { content: 'oi', message_type: 'incoming' });
    expect(await statusNow()).toMatchObject({ status: after });
  });

  it('leaves a resolved conversation resolved when somebody answers', async () => {
    await account.chatwoot('POST', `/conversations/${id}/toggle_status`, { status: 'resolved' });
    await account.post(id, { content: 'até logo' });
    expect(await statusNow()).toMatchObject({ status: 'resolved' });
  });

  it('writes down what happened as messages of a kind of their own', async () => {
    await account.chatwoot('POST', `/conversations/${id}/toggle_status`, { status: 'resolved' });
    expect(await list()).toMatchObject([
      { message_type: 2, content: 'Conversation was marked resolved by Prosa' },
    ]);
  });

  it('takes files in a form, and serves them behind a redirect that asks for no token', async () => {
    const form = new FormData();
    form.set('content', 'segue');
    form.set('private', 'true');
    form.set('source_id', 'F1');
    form.set('content_attributes[in_reply_to]', '7');
    form.append('attachments[]', new Blob(['PNG'], { type: 'image/png' }), 'foto é.png');
    form.append('attachments[]', new Blob(['%PDF'], { type: 'application/pdf' }), 'pedido.pdf');
    const answer = await send(form);
    const body: unknown = await answer.json();
    expect(body).toMatchObject({
      content: 'segue',
      private: true,
      source_id: 'F1',
      content_attributes: { in_reply_to: 7 },
      attachments: [
        { id: 1, file_type: 'image', file_size: 3, account_id: 1, extension: null },
        { id: 2, file_type: 'file', file_size: 4 },
      ],
    });
    const url = fileSchema.parse(body).attachments[0]?.data_url ?? '';
    expect(url).toContain(`${account.chatwootUrl}/rails/active_storage/blobs/redirect/`);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
    const file = await fetch(url);
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['image/png', 'PNG']);
    expect((await fetch(url.replace(/redirect\/[^/]+/, 'redirect/none'))).status).toBe(404);
  });

  it('lets an API inbox say how a message fared, but not take a read one back', async () => {
    await account.post(id, { content: 'Olá' });
    const patch = (body: object) => account.chatwoot('PATCH', `/conversations/${id}/messages/1`, body);
    expect((await patch({ status: 'failed', external_error: 'sem WhatsApp' })).body).toMatchObject({
      id: 1,
      status: 'failed',
      content_attributes: { external_error: 'sem WhatsApp' },
    });
    expect((await patch({ status: 'read' })).body).toMatchObject({
      status: 'read',
      content_attributes: { external_error: null },
    });
    expect((await patch({ status: 'delivered' })).body).toMatchObject({ status: 'read' });
    expect((await patch({ status: 'unheard of' })).body).toMatchObject({ status: 'read' });
    expect((await account.chatwoot('PATCH', '/conversations/1/messages/99', {})).status).toBe(404);
    const updated = await account.receiver.waitFor('message_updated', 2);
    expect(updated.map(({ body }) => body['id'])).toEqual([1, 1]);
  });
});
