import { setTimeout as wait } from 'node:timers/promises';
import { ChatwootScreen } from '../../tests/support/chatwoot-screen';
import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

describe('the screen of Chatwoot', () => {
  let account: ChatwootAccount;
  let screen: ChatwootScreen;
  let id: number;

  beforeEach(async () => {
    account = await startChatwootAccount();
    screen = new ChatwootScreen(account.url);
    id = await account.converse();
  });
  afterEach(() => account.close());

  it('shows how it is set up, and changes it', async () => {
    await screen.settings({ signs: false });
    expect((await account.control('GET', '/chatwoot')).body).toMatchObject({
      url: account.chatwootUrl,
      account: { id: 1 },
      signs: false,
      users: expect.arrayContaining([expect.objectContaining({ key: 'bia', id: 4, role: 'agent' })]),
      inboxes: [{ id: 1, name: 'WhatsApp IA' }],
      webhooks: [{ id: 1, url: account.receiver.url }],
      conversations: 1,
    });
  });

  it('writes as an agent: to the customer, to colleagues, with a file', async () => {
    await account.post(id, { content: 'oi', message_type: 'incoming', source_id: 'IN-1' });
    await screen.write(id, { agent: 'bia', text: 'Olá, Ana' });
    await screen.write(id, { agent: 'caio', text: 'cuidado', private: true });
    await screen.write(id, { agent: 'bia', attachment: 'document' });
    const { messages, ...conversation } = await screen.conversation(id);
    expect(messages).toMatchObject([
      { type: 'incoming', by: 'Ana', text: 'oi', sourceId: 'IN-1' },
      { type: 'outgoing', by: 'Bia', text: 'Olá, Ana', private: false, status: 'sent', attachments: [] },
      { type: 'outgoing', by: 'Caio', private: true },
      { by: 'Bia', text: '', attachments: [{ file_type: 'file', fileName: 'pedido-medico.pdf' }] },
    ]);
    expect(conversation).toMatchObject({ id, status: 'pending', contact: { name: 'Ana' } });
    const hooks = await account.receiver.waitFor('message_created', 4);
    expect(hooks.some(({ body }) => 'attachments' in body)).toBe(true);
    const file = messages[3]?.attachments[0];
    expect((await (await fetch(file?.data_url ?? '')).text()).startsWith('%PDF')).toBe(true);
  });

  it('lists conversations, the latest first, and loses a deleted one', async () => {
    const second = await account.converse();
    await screen.write(id, { agent: 'bia', text: 'oi' });
    expect((await screen.conversations()).map((shown) => shown.id)).toEqual([id, second]);
    await screen.remove(id);
    expect((await screen.conversations()).map((shown) => shown.id)).toEqual([second]);
    expect((await account.chatwoot('GET', `/conversations/${id}`)).status).toBe(404);
    await expect(screen.conversation(id)).rejects.toThrow('404');
  });

  it('changes status and assignee as an agent does', async () => {
    await screen.status(id, { agent: 'bia', status: 'open' });
    expect(await screen.conversation(id)).toMatchObject({ status: 'open', assignee: 'Bia' });
    await screen.assign(id, { agent: 'caio' });
    expect(await screen.conversation(id)).toMatchObject({ assignee: 'Caio' });
    await screen.assign(id, { agent: null, status: 'pending' });
    expect(await screen.conversation(id)).toMatchObject({ status: 'pending', assignee: null });
    await screen.status(id, { agent: 'bia', status: 'snoozed', snoozedUntil: '2030-01-01T00:00:00Z' });
    expect((await account.chatwoot('GET', `/conversations/${id}`)).body).toMatchObject({
      status: 'snoozed',
      snoozed_until: '2030-01-01T00:00:00.000Z',
    });
  });

  it('sends the last event again under the same delivery id', async () => {
    await screen.write(id, { agent: 'bia', text: 'oi' });
    await account.receiver.waitFor('message_created');
    const options = { event: 'message_created', times: 3 };
    expect(await screen.resendLast({ ...options, parallel: true })).toMatchObject({
      statuses: [200, 200, 200],
    });
    expect(await screen.resendLast({ ...options, times: 1, parallel: false })).toMatchObject({
      statuses: [200],
    });
    const hooks = account.receiver.received.filter(({ body }) => body.event === 'message_created');
    expect(hooks).toHaveLength(5);
    expect(new Set(hooks.map(({ headers }) => headers['x-chatwoot-delivery'])).size).toBe(1);
    expect(new Set(hooks.map(({ raw }) => raw)).size).toBe(1);
    const never = screen.resendLast({ times: 1, parallel: false, event: 'contact_updated' });
    await expect(never).rejects.toThrow('409');
  });

  it('loses the next events', async () => {
    await wait(80);
    account.receiver.received.length = 0;
    await screen.dropNext(1);
    await account.post(id, { content: 'perdida', private: true });
    await account.post(id, { content: 'chegou', private: true });
    const hooks = await account.receiver.waitFor('message_created');
    await wait(80);
    expect(hooks.map(({ body }) => body['content'])).toEqual(['chegou']);
  });

  it.each([
    ['POST', 'messages', { agent: 'zé', text: 'oi' }],
    ['POST', 'messages', { agent: 'bia' }],
    ['POST', 'status', { agent: 'bia', status: 'closed' }],
    ['POST', 'assign', {}],
  ])('refuses %s %s %j', async (method, path, body) => {
    expect(await account.control(method, `/chatwoot/conversations/${id}/${path}`, body)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_body' } },
    });
  });

  it('refuses settings it does not have', async () => {
    expect((await account.control('PATCH', '/chatwoot', { signs: 'yes' })).status).toBe(400);
    expect((await account.control('POST', '/chatwoot/drop', { next: -1 })).status).toBe(400);
  });
});
