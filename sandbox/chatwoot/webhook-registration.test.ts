import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

describe('webhooks', () => {
  let account: ChatwootAccount;

  beforeEach(async () => {
    account = await startChatwootAccount();
  });
  afterEach(() => account.close());

  it('are registered bare or wrapped, listed, changed and removed', async () => {
    const url = 'https://prosa.example/h/1';
    const bare = { url, subscriptions: ['message_created'] };
    const made = await account.chatwoot('POST', '/webhooks', bare);
    expect(made).toMatchObject({
      status: 200,
      body: { payload: { webhook: { id: 2, account_id: 1, ...bare, secret: expect.any(String) } } },
    });
    const wrapped = { webhook: { url: `${url}/2`, name: 'Prosa', subscriptions: ['contact_created'] } };
    expect((await account.chatwoot('POST', '/webhooks', wrapped)).body).toMatchObject({
      payload: { webhook: { id: 3, ...wrapped.webhook } },
    });
    const changed = { subscriptions: ['message_updated'] };
    expect((await account.chatwoot('PUT', '/webhooks/2', changed)).body).toMatchObject({
      payload: { webhook: { id: 2, url, ...changed } },
    });
    expect(await account.chatwoot('DELETE', '/webhooks/3')).toMatchObject({ status: 200, text: '' });
    expect((await account.chatwoot('GET', '/webhooks')).body).toMatchObject({
      payload: { webhooks: [{ id: 1 }, { id: 2 }] },
    });
    expect((await account.chatwoot('DELETE', '/webhooks/3')).status).toBe(404);
  });

  it.each([
    [{ url: 'not an address' }, 'Url is invalid'],
    [{ url: 'https://a.example', subscriptions: ['unheard_of'] }, 'Subscriptions Invalid events'],
    [{ url: 'https://a.example', subscriptions: [] }, 'Subscriptions Invalid events'],
  ])('are refused as %j', async (body, message) => {
    expect(await account.chatwoot('POST', '/webhooks', body)).toMatchObject({
      status: 422,
      body: { message },
    });
  });

  it('are refused when the address is taken', async () => {
    expect(await account.chatwoot('POST', '/webhooks', { url: account.receiver.url })).toMatchObject({
      status: 422,
      body: { message: 'Url has already been taken', attributes: ['url'] },
    });
  });
});
