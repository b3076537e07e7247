import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

const BOT = 'sandbox-chatwoot-bot';
const BIA = 'sandbox-chatwoot-bia';

describe('who may call', () => {
  let account: ChatwootAccount;

  beforeAll(async () => {
    account = await startChatwootAccount();
    await account.converse();
  });
  afterAll(() => account.close());

  const profile = (headers: Record<string, string>) =>
    account.call('GET', '/chatwoot/api/v1/profile', undefined, headers);

  it('shows whose token it is, and the accounts that are open to it', async () => {
    expect((await profile({ api_access_token: 'sandbox-chatwoot-admin' })).body).toMatchObject({
      id: 1,
      name: 'Prosa',
      role: 'administrator',
      accounts: [{ id: 1, name: 'Conta de demonstração', role: 'administrator' }],
    });
    expect((await profile({ api_access_token: BIA })).body).toMatchObject({ id: 4, role: 'agent' });
  });

  it('refuses a wrong token, and a missing one in other words', async () => {
    expect(await profile({ api_access_token: 'wrong' })).toMatchObject({
      status: 401,
      body: { error: 'Invalid Access Token' },
    });
    expect(await profile({})).toMatchObject({ status: 401, body: { errors: [expect.any(String)] } });
  });

  it('knows no other account, and no other address', async () => {
    const headers = { api_access_token: 'sandbox-chatwoot-admin' };
    const found = { status: 404, body: { error: 'Resource could not be found' } };
    expect(
      await account.call('GET', '/chatwoot/api/v1/accounts/2/inboxes', undefined, headers),
    ).toMatchObject(found);
    expect(await account.chatwoot('GET', '/conversations/99')).toMatchObject(found);
    expect(await account.chatwoot('GET', '/nothing')).toMatchObject({ status: 404 });
  });

  it('lets agents do everything but set the account up', async () => {
    expect((await account.chatwoot('GET', '/inboxes', undefined, BIA)).status).toBe(200);
    const refused = { status: 401, body: { error: 'You are not authorized to do this action' } };
    expect(await account.chatwoot('GET', '/webhooks', undefined, BIA)).toMatchObject(refused);
    expect(await account.chatwoot('POST', '/inboxes', {}, BIA)).toMatchObject(refused);
  });

  it.each([
    ['POST', '/conversations/1/messages', { content: 'oi' }],
    ['POST', '/conversations/1/assignments', { assignee_id: 4 }],
    ['POST', '/conversations/1/toggle_status', { status: 'open' }],
    ['POST', '/conversations/1/toggle_priority', { priority: 'high' }],
    ['POST', '/conversations/1/custom_attributes', { custom_attributes: {} }],
    ['PATCH', '/conversations/1', { priority: 'low' }],
    ['POST', '/conversations', { inbox_id: 1, contact_id: 1 }],
  ])('lets a bot answer a conversation: %s %s', async (method, path, body) => {
    expect((await account.chatwoot(method, path, body, BOT)).status).toBe(200);
  });

  it.each([
    ['GET', '/conversations'],
    ['GET', '/conversations/1'],
    ['GET', '/conversations/1/messages'],
    ['GET', '/conversations/1/labels'],
    ['GET', '/inboxes'],
    ['GET', '/contacts/search?q=Ana'],
    ['POST', '/contacts'],
    ['GET', '/webhooks'],
  ])('lets a bot do nothing else: %s %s', async (method, path) => {
    expect(await account.chatwoot(method, path, method === 'GET' ? undefined : {}, BOT)).toMatchObject({
      status: 401,
      body: { error: 'Access to this endpoint is not authorized for bots' },
    });
  });
});
