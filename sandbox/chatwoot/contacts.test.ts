import { startChatwootAccount, type ChatwootAccount } from '../testing/chatwoot-account';

describe('inboxes and contacts', () => {
  let account: ChatwootAccount;

  beforeEach(async () => {
    account = await startChatwootAccount();
  });
  afterEach(() => account.close());

  const create = (body: object) => account.chatwoot('POST', '/contacts', body);

  it('lists inboxes, shows one, and makes only those of the API', async () => {
    const inbox = { id: 1, name: 'WhatsApp IA', channel_type: 'Channel::Api', webhook_url: null };
    expect((await account.chatwoot('GET', '/inboxes')).body).toMatchObject({ payload: [inbox] });
    expect((await account.chatwoot('GET', '/inboxes/1')).body).toMatchObject(inbox);
    expect((await account.chatwoot('GET', '/inboxes/9')).status).toBe(404);
    const email = { name: 'E-mail', channel: { type: 'email' } };
    expect((await account.chatwoot('POST', '/inboxes', email)).status).toBe(422);
  });

  it('gives a contact an address in the inbox that was named', async () => {
    const { body } = await create({
      inbox_id: 1,
      name: 'Rui',
      email: 'RUI@loja.example',
      identifier: 'rui@wa',
    });
    expect(body).toMatchObject({
      payload: {
        contact: {
          id: 2,
          name: 'Rui',
          email: 'rui@loja.example',
          phone_number: null,
          identifier: 'rui@wa',
          contact_inboxes: [{ source_id: expect.stringMatching(/^[0-9a-f-]{36}$/), inbox: { id: 1 } }],
        },
        contact_inbox: { source_id: expect.stringMatching(/^[0-9a-f-]{36}$/), inbox: { id: 1 } },
      },
    });
    expect((await create({ name: 'Sem caixa' })).body).toMatchObject({
      payload: { contact_inbox: { inbox: null, source_id: null } },
    });
    expect((await create({ inbox_id: 7, name: 'Rui' })).status).toBe(404);
  });

  it.each([
    [{ phone_number: '+5521999990001' }, 'Phone number has already been taken', ['phone_number']],
    [{ phone_number: '5521999990009' }, 'Phone number should be in e164 format', ['phone_number']],
    [
      { identifier: 'a', email: 'A@a.example' },
      'Email has already been taken, Identifier has already been taken',
      ['email', 'identifier'],
    ],
  ])('refuses %j', async (fields, message, attributes) => {
    await create({ name: 'Primeiro', identifier: 'a', email: 'a@a.example' });
    expect(await create({ name: 'Segundo', ...fields })).toMatchObject({
      status: 422,
      body: { message, attributes },
    });
  });

  it('keeps nothing of a contact it refused', async () => {
    await create({ name: 'Ana 2', phone_number: '+5521999990001' });
    expect((await account.chatwoot('GET', '/contacts')).body).toMatchObject({ meta: { count: 1 } });
  });

  it('merges attributes into those a contact has, and leaves out what was not given', async () => {
    await account.chatwoot('PUT', '/contacts/1', { custom_attributes: { cpf: '1' } });
    await account.chatwoot('PUT', '/contacts/1', { name: 'Ana Lima', custom_attributes: { plano: 'b' } });
    expect((await account.chatwoot('GET', '/contacts/1')).body).toMatchObject({
      payload: {
        name: 'Ana Lima',
        phone_number: '+5521999990001',
        custom_attributes: { cpf: '1', plano: 'b' },
      },
    });
    await create({ name: 'Rui', phone_number: '+5521999990002' });
    expect((await account.chatwoot('PUT', '/contacts/2', { phone_number: '+5521999990001' })).status).toBe(
      422,
    );
    expect((await account.chatwoot('PUT', '/contacts/2', { phone_number: '+5521999990002' })).status).toBe(
      200,
    );
    expect((await account.chatwoot('PUT', '/contacts/99', {})).status).toBe(404);
  });

  it('finds a contact by a part of its name, number, mail or identifier', async () => {
    await create({ name: 'Rui', email: 'rui@loja.example', identifier: '5521888@s.whatsapp.net' });
    const search = async (q: string) =>
      (await account.chatwoot('GET', `/contacts/search?q=${encodeURIComponent(q)}`)).body;
    expect(await search('ana')).toMatchObject({ meta: { count: 1, current_page: 1 }, payload: [{ id: 1 }] });
    expect(await search('+55219999')).toMatchObject({ payload: [{ id: 1 }] });
    expect(await search('5521888@s.whatsapp.net')).toMatchObject({ payload: [{ id: 2 }] });
    expect(await search('LOJA.EXAMPLE')).toMatchObject({ payload: [{ id: 2 }] });
    expect(await search('ninguém')).toMatchObject({ meta: { count: 0 }, payload: [] });
    expect((await account.chatwoot('GET', '/contacts/search')).status).toBe(422);
  });

  it('shows fifteen contacts on a page', async () => {
    for (let n = 10; n < 30; n += 1) await create({ name: `Cliente ${n}` });
    const page = async (number: number) =>
      (await account.chatwoot('GET', `/contacts/search?q=Cliente&page=${number}`)).body;
    expect(await page(1)).toMatchObject({ meta: { count: 20 }, payload: { length: 15 } });
    expect(await page(2)).toMatchObject({ meta: { current_page: 2 }, payload: { length: 5 } });
  });

  it('filters by whole values, a number also without its plus', async () => {
    await create({ name: 'Rui', identifier: 'rui@wa' });
    const filter = (payload: object[]) => account.chatwoot('POST', '/contacts/filter', { payload });
    const byPhone = { attribute_key: 'phone_number', filter_operator: 'equal_to', values: ['5521999990001'] };
    const byIdentifier = { attribute_key: 'identifier', filter_operator: 'equal_to', values: ['rui@wa'] };
    expect((await filter([byPhone])).body).toMatchObject({ meta: { count: 1 }, payload: [{ id: 1 }] });
    expect((await filter([{ ...byPhone, query_operator: 'OR' }, byIdentifier])).body).toMatchObject({
      meta: { count: 2 },
    });
    expect((await filter([{ ...byPhone, query_operator: 'AND' }, byIdentifier])).body).toMatchObject({
      meta: { count: 0 },
    });
    expect((await filter([{ ...byPhone, attribute_key: 'cor' }])).status).toBe(422);
  });

  it('links a contact to an inbox once for each source id, which belongs to one contact', async () => {
    await create({ name: 'Rui' });
    const link = (id: number, body: object) =>
      account.chatwoot('POST', `/contacts/${id}/contact_inboxes`, body);
    const first = await link(2, { inbox_id: 1, source_id: 'rui-1' });
    expect(first).toMatchObject({ status: 200, body: { source_id: 'rui-1', inbox: { id: 1 } } });
    expect((await link(2, { inbox_id: 1, source_id: 'rui-1' })).body).toEqual(first.body);
    expect(await link(1, { inbox_id: 1, source_id: 'rui-1' })).toMatchObject({
      status: 422,
      body: { error: 'source_id should be unique' },
    });
  });

  it('tells of contacts made and changed, with what changed', async () => {
    await create({ name: 'Rui' });
    await account.chatwoot('PUT', '/contacts/2', { name: 'Rui' });
    await account.chatwoot('PUT', '/contacts/2', { name: 'Rui Sá' });
    const [made] = await account.receiver.waitFor('contact_created');
    const updated = await account.receiver.waitFor('contact_updated');
    expect(made?.body).toMatchObject({ id: 2, name: 'Rui', account: { id: 1 } });
    expect(updated).toHaveLength(1);
    expect(updated[0]?.body).toMatchObject({
      id: 2,
      changed_attributes: [{ name: { previous_value: 'Rui', current_value: 'Rui Sá' } }],
    });
  });
});
