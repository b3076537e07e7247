import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

const BIA = 'sandbox-chatwoot-bia';

describe('conversations', () => {
  let account: ChatwootAccount;

  beforeEach(async () => {
    account = await startChatwootAccount();
  });
  afterEach(() => account.close());

  const show = async (id: number) => (await account.chatwoot('GET', `/conversations/${id}`)).body;
  const toggle = (id: number, body: object, token?: string) =>
    account.chatwoot('POST', `/conversations/${id}/toggle_status`, body, token);

  it('opens one for a contact in an inbox, with what was said about it', async () => {
    const id = await account.converse({
      custom_attributes: { origem: 'prosa' },
      message: { content: 'Olá' },
    });
    expect(await show(id)).toMatchObject({
      id,
      account_id: 1,
      inbox_id: 1,
      status: 'pending',
      custom_attributes: { origem: 'prosa' },
      labels: [],
      priority: null,
      meta: { sender: { id: 1, name: 'Ana', phone_number: '+5521999990001' }, channel: 'Channel::Api' },
      messages: [{ content: 'Olá', message_type: 1, conversation_id: id }],
      created_at: expect.any(Number),
    });
    expect(
      (await account.chatwoot('POST', '/conversations', { inbox_id: 1, contact_id: 1 })).body,
    ).toMatchObject({
      id: 2,
      status: 'open',
    });
  });

  it('opens one by the source id alone, when it is known', async () => {
    await account.chatwoot('POST', '/contacts/1/contact_inboxes', { inbox_id: 1, source_id: 'ana-1' });
    const known = await account.chatwoot('POST', '/conversations', { source_id: 'ana-1' });
    expect(known.body).toMatchObject({ id: 1, inbox_id: 1, meta: { sender: { id: 1 } } });
    expect((await account.chatwoot('POST', '/conversations', { source_id: 'unknown' })).status).toBe(404);
    expect((await account.chatwoot('POST', '/conversations', { inbox_id: 1, contact_id: 9 })).status).toBe(
      404,
    );
  });

  it('makes a new one each time it is asked', async () => {
    const ids = [await account.converse(), await account.converse()];
    expect(ids).toEqual([1, 2]);
    expect((await account.chatwoot('GET', '/contacts/1/conversations')).body).toMatchObject({
      payload: [{}, {}],
    });
  });

  it('refuses a status nobody knows', async () => {
    expect((await toggle(await account.converse(), { status: 'closed' })).status).toBe(422);
  });

  it('lists open ones unless told otherwise, the latest first', async () => {
    await account.converse({ status: 'open' });
    await account.converse({ status: 'open' });
    await account.converse({ status: 'resolved' });
    await account.post(1, { content: 'agora' });
    const ids = async (query: string) => {
      const { body } = await account.chatwoot('GET', `/conversations${query}`);
      return body;
    };
    expect(await ids('')).toMatchObject({
      data: { meta: { all_count: 2 }, payload: [{ id: 1 }, { id: 2 }] },
    });
    expect(await ids('?status=resolved')).toMatchObject({ data: { payload: [{ id: 3 }] } });
    expect(await ids('?status=all&inbox_id=1')).toMatchObject({ data: { meta: { all_count: 3 } } });
    expect((await account.chatwoot('GET', '/conversations?inbox_id=8')).status).toBe(404);
  });

  it('shows twenty-five on a page', async () => {
    for (let n = 0; n < 27; n += 1) await account.converse();
    const page = async (number: number) =>
      (await account.chatwoot('GET', `/conversations?status=all&page=${number}`)).body;
    expect(await page(1)).toMatchObject({ data: { meta: { all_count: 27 }, payload: { length: 25 } } });
    expect(await page(2)).toMatchObject({ data: { payload: { length: 2 } } });
    expect(await page(3)).toMatchObject({ data: { payload: { length: 0 } } });
  });

  it('counts whose they are', async () => {
    await account.converse({ assignee_id: 4 });
    await account.converse();
    const query = '/conversations?status=all&assignee_type=me';
    expect((await account.chatwoot('GET', query, undefined, BIA)).body).toMatchObject({
      data: {
        meta: { mine_count: 1, assigned_count: 1, unassigned_count: 1, all_count: 2 },
        payload: [{ id: 1, meta: { assignee: { id: 4, name: 'Bia' } } }],
      },
    });
  });

  it('toggles between open and resolved, and to what it is told', async () => {
    const id = await account.converse();
    expect((await toggle(id, {})).body).toMatchObject({ payload: { current_status: 'open' } });
    expect((await toggle(id, {})).body).toMatchObject({
      meta: {},
      payload: { success: true, conversation_id: id, current_status: 'resolved', snoozed_until: null },
    });
    const until = 1_795_166_102;
    expect((await toggle(id, { status: 'snoozed', snoozed_until: until })).body).toMatchObject({
      payload: { current_status: 'snoozed', snoozed_until: new Date(until * 1_000).toISOString() },
    });
    expect((await toggle(id, { status: 'open' })).body).toMatchObject({ payload: { snoozed_until: null } });
  });

  it('gives a conversation to the agent who opens it, but not to an administrator', async () => {
    const id = await account.converse();
    await toggle(id, { status: 'open' });
    expect(await show(id)).not.toHaveProperty('meta.assignee');
    await toggle(id, { status: 'open' }, BIA);
    expect(await show(id)).toMatchObject({ meta: { assignee: { id: 4, name: 'Bia' } } });
  });

  it('assigns people and teams; somebody unknown is nobody', async () => {
    const id = await account.converse();
    const assign = (body: object) => account.chatwoot('POST', `/conversations/${id}/assignments`, body);
    expect((await assign({ assignee_id: 5 })).body).toMatchObject({ id: 5, name: 'Caio', role: 'agent' });
    expect((await assign({ team_id: 1 })).body).toMatchObject({ id: 1, name: 'atendimento' });
    expect(await show(id)).toMatchObject({ meta: { assignee: { id: 5 }, team: { id: 1 } } });
    expect((await assign({ assignee_id: 77 })).body).toBeNull();
    expect(await show(id)).not.toHaveProperty('meta.assignee');
  });

  it('replaces custom attributes and labels, and sets a priority', async () => {
    const id = await account.converse({ custom_attributes: { a: 1 } });
    const at = (path: string) => `/conversations/${id}/${path}`;
    const custom = { custom_attributes: { b: 2 } };
    expect((await account.chatwoot('POST', at('custom_attributes'), custom)).body).toEqual(custom);
    await account.chatwoot('POST', at('labels'), { labels: ['vip', 'novo'] });
    expect((await account.chatwoot('POST', at('labels'), { labels: ['vip'] })).body).toEqual({
      payload: ['vip'],
    });
    expect((await account.chatwoot('GET', at('labels'))).body).toEqual({ payload: ['vip'] });
    expect(await account.chatwoot('POST', at('toggle_priority'), { priority: 'high' })).toMatchObject({
      text: '',
    });
    expect(await show(id)).toMatchObject({ custom_attributes: { b: 2 }, labels: ['vip'], priority: 'high' });
    await account.chatwoot('POST', at('toggle_priority'), {});
    expect(await show(id)).toMatchObject({ priority: null });
  });
});
