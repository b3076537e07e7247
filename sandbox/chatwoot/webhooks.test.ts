import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';
import { startHookReceiver, type Hook } from '../testing/hook-receiver';

const QUIET_MS = 80;

describe('what webhooks tell', () => {
  let account: ChatwootAccount;

  beforeEach(async () => {
    account = await startChatwootAccount();
  });
  afterEach(() => account.close());

  const toggle = (id: number, status: string, token?: string) =>
    account.chatwoot('POST', `/conversations/${id}/toggle_status`, { status }, token);
  /** All that came, once no more comes. */
  const settled = async (): Promise<string[]> => {
    await wait(QUIET_MS);
    return account.receiver.events().toSorted();
  };
  const forget = async (): Promise<void> => {
    await wait(QUIET_MS);
    account.receiver.received.length = 0;
  };

  it('are signed over the second and the raw bytes', async () => {
    await account.converse({ message: { content: 'é <b> & "aspas"' } });
    const [hook] = await account.receiver.waitFor('message_created');
    const { headers = {}, raw = '' } = hook ?? {};
    const text = `${String(headers['x-chatwoot-timestamp'])}.${raw}`;
    const expected = createHmac('sha256', account.secret).update(text).digest('hex');
    expect(headers['x-chatwoot-signature']).toBe(`sha256=${expected}`);
    expect(headers['x-chatwoot-delivery']).toMatch(/^[0-9a-f-]{36}$/);
    expect(raw).toContain(String.raw`\u003cb\u003e`);
  });

  it('carry no signature and no delivery id from an old Chatwoot, which has no secret to tell', async () => {
    await account.control('PATCH', '/chatwoot', { signs: false });
    await account.converse();
    const [hook] = await account.receiver.waitFor('conversation_created');
    expect(Object.keys(hook?.headers ?? {}).filter((name) => name.startsWith('x-chatwoot'))).toEqual([]);
    const listed = JSON.stringify((await account.chatwoot('GET', '/webhooks')).body);
    expect(listed).not.toContain('secret');
  });

  it('tell of a message with a word for its type, and a number for those inside', async () => {
    const id = await account.converse();
    await account.post(id, { content: 'Oi, aqui é a Bia' }, 'sandbox-chatwoot-bia');
    const [hook] = await account.receiver.waitFor('message_created');
    expect(hook?.body).toMatchObject({
      event: 'message_created',
      id: 1,
      content: 'Oi, aqui é a Bia',
      content_type: 'text',
      message_type: 'outgoing',
      private: false,
      source_id: null,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/),
      sender: { id: 4, name: 'Bia', email: 'bia@loja.example', type: 'user' },
      account: { id: 1, name: 'Conta de demonstração' },
      inbox: { id: 1, name: 'WhatsApp IA' },
      conversation: {
        id,
        inbox_id: 1,
        status: 'pending',
        channel: 'Channel::Api',
        can_reply: true,
        contact_inbox: { source_id: expect.any(String) },
        messages: [{ id: 1, message_type: 1, sender_type: 'User' }],
        labels: [],
        meta: {
          sender: { id: 1, phone_number: '+5521999990001' },
          assignee: null,
          assignee_type: null,
          team: null,
          hmac_verified: false,
        },
        unread_count: 0,
        timestamp: expect.any(Number),
      },
    });
    expect(hook?.body).not.toHaveProperty('attachments');
  });

  it('tell of what the product itself wrote, and of private notes', async () => {
    const id = await account.converse();
    await account.post(id, { content: 'oi', message_type: 'incoming', source_id: 'IN-1' });
    await account.post(id, { content: 'nota', private: true, source_id: 'N-1' });
    const hooks = await account.receiver.waitFor('message_created', 2);
    const told = (source: string) => hooks.find(({ body }) => body['source_id'] === source)?.body;
    expect(told('IN-1')).toMatchObject({ message_type: 'incoming', sender: { id: 1, name: 'Ana' } });
    expect(told('IN-1')).not.toHaveProperty('sender.type');
    expect(told('N-1')).toMatchObject({ message_type: 'outgoing', private: true });
  });

  it('tell of a change of status twice: as that, and as an update', async () => {
    const id = await account.converse();
    await forget();
    await toggle(id, 'resolved');
    const [hook] = await account.receiver.waitFor('conversation_status_changed');
    expect(hook?.body).toMatchObject({
      id,
      status: 'resolved',
      meta: { sender: { id: 1 }, assignee: null },
      changed_attributes: [{ status: { previous_value: 'pending', current_value: 'resolved' } }],
    });
    expect(await settled()).toEqual(['conversation_status_changed', 'conversation_updated']);
    const [updated] = await account.receiver.waitFor('conversation_updated');
    expect(changesIn(updated)).toEqual(['updated_at', 'status', 'waiting_since']);
  });

  it('do not tell of a save that changed nothing', async () => {
    const id = await account.converse();
    await forget();
    await toggle(id, 'pending');
    expect(await settled()).toEqual([]);
  });

  it('tell of an agent who opens a conversation in two saves', async () => {
    const id = await account.converse();
    await forget();
    await toggle(id, 'open', 'sandbox-chatwoot-bia');
    expect(await settled()).toEqual([
      'conversation_status_changed',
      'conversation_updated',
      'conversation_updated',
    ]);
  });

  it('tell only of an update when status and assignee change in one save', async () => {
    const id = await account.converse();
    await forget();
    await account.control('POST', `/chatwoot/conversations/${id}/assign`, { agent: 'bia', status: 'open' });
    expect(await settled()).toEqual(['conversation_updated']);
    expect(account.receiver.received[0]?.body).toMatchObject({
      status: 'open',
      meta: { assignee: { id: 4, name: 'Bia' }, assignee_type: 'User' },
    });
    expect(changesIn(account.receiver.received[0])).toEqual(['updated_at', 'status', 'assignee_id']);
  });

  it('say that a conversation was opened again by the customer', async () => {
    const id = await account.converse({ status: 'resolved' });
    await forget();
    await account.post(id, { content: 'oi', message_type: 'incoming' });
    const [hook] = await account.receiver.waitFor('conversation_status_changed');
    expect(hook?.body).toMatchObject({ status: 'open' });
    const [message] = await account.receiver.waitFor('message_created');
    expect(message?.body).toMatchObject({ conversation: { status: 'open' } });
  });

  it('reach only who asked for the event, and the inbox’s own address whatever it is', async () => {
    const other = await startHookReceiver();
    const own = await startHookReceiver();
    await account.chatwoot('POST', '/webhooks', { url: other.url, subscriptions: ['contact_created'] });
    await account.chatwoot('POST', '/inboxes', {
      name: 'Outra',
      channel: { type: 'api', webhook_url: own.url },
    });
    const id = await account.converse({ inbox_id: 2 });
    await account.post(id, { content: 'duas vezes' });
    await own.waitFor('message_created');
    await account.receiver.waitFor('message_created');
    const ids = [own, account.receiver].map(
      ({ received }) =>
        received.find(({ body }) => body.event === 'message_created')?.headers['x-chatwoot-delivery'],
    );
    expect(new Set(ids).size).toBe(2);
    expect(other.received).toEqual([]);
    await other.close();
    await own.close();
  });

  it('mark a message as failed when the inbox’s own address does not take it', async () => {
    const own = await startHookReceiver();
    own.answerWith(500);
    await account.chatwoot('POST', '/inboxes', {
      name: 'Outra',
      channel: { type: 'api', webhook_url: own.url },
    });
    const id = await account.converse({ inbox_id: 2 });
    await account.post(id, { content: 'oi' });
    await account.receiver.waitFor('message_updated');
    await wait(QUIET_MS);
    expect((await account.chatwoot('GET', `/conversations/${id}/messages`)).body).toMatchObject({
      payload: [{ status: 'failed', content_attributes: { external_error: '500 from the receiver' } }],
    });
    expect(own.events().filter((event) => event === 'message_updated')).toHaveLength(1);
    await own.close();
  });

  it.each([500, 404, 302])('are lost when the receiver answers %i', async (status) => {
    account.receiver.answerWith(status);
    await account.converse();
    await account.receiver.waitFor('conversation_created');
    account.receiver.answerWith(200);
    expect(await settled()).toEqual(['conversation_created']);
  });

  it('are lost when the receiver is slow', async () => {
    await account.control('PATCH', '/timings', { chatwootWebhookMs: 50 });
    account.receiver.answerWith(null);
    await account.converse();
    await account.receiver.waitFor('conversation_created');
    expect(await settled()).toEqual(['conversation_created']);
    const { body } = await account.control('GET', '/journal?system=chatwoot&limit=1');
    expect(body).toMatchObject([{ event: 'conversation_created', status: null, path: account.receiver.url }]);
  });
});

function changesIn(hook: Hook | undefined): string[] {
  const changed = hook?.body['changed_attributes'];
  return Array.isArray(changed) ? changed.flatMap((entry: object) => Object.keys(entry)) : [];
}
