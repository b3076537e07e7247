import { connectInstance, startTestSandbox, type TestSandbox } from '../testing/start-test-sandbox';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver';

const whole = {
  instanceName: 'nova',
  integration: 'WHATSAPP-BAILEYS',
  webhook: { url: 'http://a/b', events: [] },
};

describe('evolutionRouter', () => {
  let sandbox: TestSandbox;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    receiver = await startWebhookReceiver();
    sandbox = await startTestSandbox();
  });
  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  const post = (path: string, body: unknown) => sandbox.evolution('POST', path, body);

  describe('guards and envelopes', () => {
    it('greets with its version, without a key', async () => {
      expect((await sandbox.call('GET', '/evolution/')).body).toMatchObject({
        status: 200,
        version: '2.3.6',
      });
    });

    it('answers 404 for an unknown instance whatever the key', async () => {
      const answer = await sandbox.call('GET', '/evolution/instance/connectionState/nobody', undefined, {
        apikey: 'wrong',
      });
      expect(answer).toMatchObject({
        status: 404,
        body: {
          status: 404,
          error: 'Not Found',
          response: { message: ['The "nobody" instance does not exist'] },
        },
      });
    });

    it('answers 401 with a string for a wrong or missing key', async () => {
      await connectInstance(sandbox, receiver.url);
      const path = '/evolution/instance/connectionState/loja';
      const unauthorized = { status: 401, error: 'Unauthorized', response: { message: 'Unauthorized' } };
      expect((await sandbox.call('GET', path)).body).toEqual(unauthorized);
      expect((await sandbox.call('GET', path, undefined, { apikey: 'x' })).body).toEqual(unauthorized);
    });

    it('takes the token of an instance for that instance only', async () => {
      await connectInstance(sandbox, receiver.url);
      await post('/instance/create', { ...whole, token: 'other-token' });
      const state = (name: string) =>
        sandbox.call('GET', `/evolution/instance/connectionState/${name}`, undefined, {
          apikey: 'instance-token',
        });
      expect((await state('loja')).status).toBe(200);
      expect((await state('nova')).status).toBe(401);
    });

    it('answers an unknown route with 404', async () => {
      expect((await sandbox.evolution('GET', '/nothing/here')).body).toEqual({
        status: 404,
        error: 'Not Found',
        response: { message: ['Cannot GET /nothing/here'] },
      });
    });

    it('answers broken JSON with 400', async () => {
      const answer = await fetch(`${sandbox.evolutionUrl}/instance/create`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', apikey: 'sandbox' },
        body: '{"instanceName":',
      });
      expect(answer.status).toBe(400);
    });

    it('checks credentials', async () => {
      expect((await post('/verify-creds', {})).status).toBe(200);
      expect((await sandbox.call('POST', '/evolution/verify-creds', {})).status).toBe(401);
    });
  });

  describe('instance/create', () => {
    it('creates and describes the instance', async () => {
      const answer = await post('/instance/create', { ...whole, token: 'chosen' });
      expect(answer).toMatchObject({
        status: 201,
        body: {
          instance: { instanceName: 'nova', integration: 'WHATSAPP-BAILEYS', status: 'close' },
          hash: 'chosen',
          webhook: { webhookUrl: 'http://a/b', webhookByEvents: false, webhookBase64: false },
          settings: { groupsIgnore: false },
        },
      });
      expect(answer.body).not.toHaveProperty('qrcode');
    });

    it('connects at once when a QR code is asked for', async () => {
      const answer = await post('/instance/create', { ...whole, qrcode: true });
      expect(answer.body).toMatchObject({ qrcode: { count: expect.any(Number) } });
      expect((await sandbox.evolution('GET', '/instance/connectionState/nova')).body).toEqual({
        instance: { instanceName: 'nova', state: 'connecting' },
      });
    });

    it('refuses a taken name before it looks at the key', async () => {
      await post('/instance/create', whole);
      const answer = await sandbox.call('POST', '/evolution/instance/create', whole);
      expect(answer).toMatchObject({
        status: 403,
        body: { response: { message: ['This name "nova" is already in use.'] } },
      });
    });

    it.each([
      [{ ...whole, integration: 'TELEGRAM' }, ['Invalid integration']],
      [{ ...whole, integration: undefined }, ['Invalid integration']],
      [{ ...whole, instanceName: '' }, [['The "instanceName" cannot be empty']]],
      [{ ...whole, instanceName: undefined }, [['instance requires property "instanceName"']]],
      [{ ...whole, qrcode: 'yes' }, [['qrcode is not of a type(s) boolean']]],
      [
        { ...whole, webhook: { url: 'http://a/b' } },
        ["Cannot read properties of undefined (reading 'length')"],
      ],
      [{ ...whole, webhook: { url: 'nonsense', events: [] } }, ['Invalid "url" property']],
    ])('refuses %j and keeps nothing', async (body, message) => {
      const answer = await post('/instance/create', body);
      expect(answer).toMatchObject({ status: 400, body: { error: 'Bad Request', response: { message } } });
      expect((await sandbox.evolution('GET', '/instance/fetchInstances')).body).toEqual([]);
    });
  });

  describe('connecting', () => {
    it('answers connect by state: QR code, the same QR code, open', async () => {
      await post('/instance/create', whole);
      const first = await sandbox.evolution('GET', '/instance/connect/nova');
      expect(first).toMatchObject({ status: 200, body: { pairingCode: null, count: expect.any(Number) } });
      await post('/instance/create', { ...whole, instanceName: 'outra' });
      const coded = await sandbox.evolution('GET', '/instance/connect/outra?number=5511911112222');
      expect(coded.body).toMatchObject({ pairingCode: expect.stringMatching(/^\w{8}$/) });
      await sandbox.control('POST', '/instances/nova/scan', { number: '5511987650000' });
      expect((await sandbox.evolution('GET', '/instance/connect/nova')).body).toEqual({
        instance: { instanceName: 'nova', state: 'open' },
      });
    });

    it('restarts what runs, and fails with 200 where nothing does', async () => {
      await connectInstance(sandbox, receiver.url);
      expect((await post('/instance/restart/loja', {})).status).toBe(200);
      await post('/instance/create', whole);
      expect(await post('/instance/restart/nova', {})).toMatchObject({ status: 200, body: { error: true } });
    });

    it('logs out once', async () => {
      await connectInstance(sandbox, receiver.url);
      expect((await sandbox.evolution('DELETE', '/instance/logout/loja')).body).toEqual({
        status: 'SUCCESS',
        error: false,
        response: { message: 'Instance logged out' },
      });
      expect(await sandbox.evolution('DELETE', '/instance/logout/loja')).toMatchObject({
        status: 400,
        body: { response: { message: ['The "loja" instance is not connected'] } },
      });
      await receiver.waitFor('logout.instance');
    });

    it('deletes with everything in it', async () => {
      await connectInstance(sandbox, receiver.url);
      expect((await sandbox.evolution('DELETE', '/instance/delete/loja')).body).toMatchObject({
        status: 'SUCCESS',
      });
      await receiver.waitFor('instance.delete');
      expect((await sandbox.evolution('GET', '/instance/connectionState/loja')).status).toBe(404);
    });
  });

  describe('fetchInstances', () => {
    it('lists all for the global key, one for a name, 404 for an unknown name', async () => {
      await connectInstance(sandbox, receiver.url);
      await post('/instance/create', whole);
      const all = await sandbox.evolution('GET', '/instance/fetchInstances');
      expect(all.body).toHaveLength(2);
      expect((await sandbox.evolution('GET', '/instance/fetchInstances?instanceName=loja')).body).toEqual([
        expect.objectContaining({
          name: 'loja',
          connectionStatus: 'open',
          ownerJid: '5511987650000@s.whatsapp.net',
          token: 'instance-token',
          _count: { Message: 0, Contact: 0, Chat: 0 },
        }),
      ]);
      expect((await sandbox.evolution('GET', '/instance/fetchInstances?instanceName=x')).status).toBe(404);
    });

    it('shows an instance token its own row, and a stranger nothing', async () => {
      await connectInstance(sandbox, receiver.url);
      await post('/instance/create', whole);
      const as = (apikey: string) =>
        sandbox.call('GET', '/evolution/instance/fetchInstances', undefined, { apikey });
      expect((await as('instance-token')).body).toEqual([expect.objectContaining({ name: 'loja' })]);
      expect((await as('nobody')).status).toBe(401);
    });
  });

  describe('webhook and settings', () => {
    beforeEach(() => post('/instance/create', whole));

    it('stores a wrapped webhook and takes no events for all of them', async () => {
      const webhook = { enabled: true, url: 'https://app.example/hook', headers: { a: 'b' }, events: [] };
      const answer = await post('/webhook/set/nova', { webhook });
      expect(answer).toMatchObject({ status: 201, body: { enabled: true, headers: { a: 'b' } } });
      expect(answer.body).toMatchObject({ events: expect.arrayContaining(['MESSAGES_UPSERT', 'CALL']) });
      expect((await sandbox.evolution('GET', '/webhook/find/nova')).body).toEqual(answer.body);
    });

    it.each([
      [{ enabled: true, url: 'http://a/b', events: [] }, [['instance requires property "webhook"']]],
      [{ webhook: { enabled: true, events: [] } }, [['webhook requires property "url"']]],
      [
        { webhook: { enabled: true, url: 'http://a/b', events: ['NOPE'] } },
        [[expect.stringMatching(/^webhook\.events\[0\] is not one of enum values: APPLICATION_STARTUP,/)]],
      ],
    ])('refuses the webhook %j', async (body, message) => {
      const answer = await post('/webhook/set/nova', body);
      expect(answer).toMatchObject({ status: 400, body: { response: { message } } });
    });

    it('finds null where no webhook was set', async () => {
      await post('/instance/create', { instanceName: 'sem', integration: 'WHATSAPP-BAILEYS' });
      expect((await sandbox.evolution('GET', '/webhook/find/sem')).text).toBe('null');
    });

    it('wants all six settings', async () => {
      const settings = {
        rejectCall: true,
        groupsIgnore: true,
        alwaysOnline: false,
        readMessages: false,
        readStatus: false,
        syncFullHistory: false,
      };
      expect((await post('/settings/set/nova', settings)).status).toBe(201);
      expect((await sandbox.evolution('GET', '/settings/find/nova')).body).toMatchObject(settings);
      const partial = await post('/settings/set/nova', { rejectCall: true });
      expect(partial).toMatchObject({ status: 400 });
      expect(partial.text).toContain('instance requires property \\"groupsIgnore\\"');
    });
  });

  describe('sending', () => {
    beforeEach(() => connectInstance(sandbox, receiver.url));

    const text = { number: '5541988110001', text: 'Olá, Marina!' };

    it('answers 201 as PENDING and tells send.message with the same id, then the ticks', async () => {
      const answer = await post('/message/sendText/loja', text);
      expect(answer).toMatchObject({
        status: 201,
        body: {
          key: { remoteJid: '554188110001@s.whatsapp.net', fromMe: true, id: expect.stringMatching(/^3EB0/) },
          pushName: '',
          status: 'PENDING',
          message: { conversation: 'Olá, Marina!' },
          contextInfo: null,
          messageType: 'conversation',
          messageTimestamp: expect.any(Number),
          source: 'web',
        },
      });
      const [sent] = await receiver.waitFor('send.message');
      expect(sent?.body.data).toEqual(answer.body);
      const updates = await receiver.waitFor('messages.update', 2);
      expect(updates.map(({ body }) => body.data)).toMatchObject([
        { status: 'SERVER_ACK' },
        { status: 'DELIVERY_ACK' },
      ]);
      expect(receiver.of('messages.upsert')).toHaveLength(0);
    });

    it('holds the request for the delay and shows that it types', async () => {
      const began = Date.now();
      const sending = post('/message/sendText/loja', { ...text, delay: 150 });
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect((await sandbox.control('GET', '/chats?customer=5541988110001')).body).toMatchObject([
        { isBusinessTyping: true },
      ]);
      await sending;
      expect(Date.now() - began).toBeGreaterThanOrEqual(149);
    });

    it.each([
      [{ number: '5511999990000' }, 400, [['instance requires property "text"']]],
      [{ text: 'x' }, 400, [['instance requires property "number"']]],
      [{ number: 5511, text: 'x' }, 400, [['Invalid format']]],
      [{ ...text, text: ' ' }, 400, ['Text is required']],
      [{ ...text, delay: 'soon' }, 400, [['Enter a value in milliseconds']]],
      [{ ...text, number: '12' }, 400, [{ jid: '12@s.whatsapp.net', exists: false, number: '12' }]],
    ])('refuses %j', async (body, status, message) => {
      expect(await post('/message/sendText/loja', body)).toMatchObject({
        status,
        body: { error: 'Bad Request', response: { message } },
      });
    });

    it('says that a number is not on WhatsApp', async () => {
      await sandbox.control('PATCH', '/customers/5541988110001', { onWhatsApp: false });
      expect(await post('/message/sendText/loja', text)).toMatchObject({
        status: 400,
        body: {
          response: {
            message: [{ jid: '554188110001@s.whatsapp.net', exists: false, number: '5541988110001' }],
          },
        },
      });
    });

    it('answers 500 "Connection Closed" when the number is not online', async () => {
      await sandbox.control('POST', '/instances/loja/unpair');
      expect(await post('/message/sendText/loja', text)).toMatchObject({
        status: 500,
        body: { status: 500, error: 'Internal Server Error', response: { message: 'Connection Closed' } },
      });
    });

    it('answers to the LID a message came from', async () => {
      const answer = await post('/message/sendText/loja', { number: '81234567890123@lid', text: 'Oi' });
      expect(answer.body).toMatchObject({
        key: { remoteJid: '81234567890123@lid', remoteJidAlt: '5521997330003@s.whatsapp.net' },
      });
    });

    it('quotes a message', async () => {
      const asked = await sandbox.control('POST', '/chats/loja/5541988110001/messages', {
        text: 'Tem vaga?',
        id: 'ASKED',
      });
      expect(asked.status).toBe(201);
      const answer = await post('/message/sendText/loja', { ...text, quoted: { key: { id: 'ASKED' } } });
      expect(answer.body).toMatchObject({
        contextInfo: { stanzaId: 'ASKED', quotedMessage: { conversation: 'Tem vaga?' } },
      });
    });

    it('sends media as bytes or address', async () => {
      const media = { number: '5541988110001', mediatype: 'image', caption: 'Fachada' };
      const bytes = Buffer.from('picture').toString('base64');
      const answer = await post('/message/sendMedia/loja', { ...media, media: bytes });
      expect(answer).toMatchObject({
        status: 201,
        body: { messageType: 'imageMessage', message: { imageMessage: { caption: 'Fachada' } } },
      });
      expect(
        (await post('/message/sendMedia/loja', { ...media, media: 'https://x.example/a.png' })).status,
      ).toBe(201);
      expect(await post('/message/sendMedia/loja', { ...media, media: 'não é' })).toMatchObject({
        status: 400,
        body: { response: { message: ['Owned media must be a url or base64'] } },
      });
      expect(
        (await post('/message/sendMedia/loja', { ...media, mediatype: 'document', media: bytes })).status,
      ).toBe(400);
    });
  });

  describe('chat', () => {
    beforeEach(() => connectInstance(sandbox, receiver.url));

    it('holds sendPresence for its delay', async () => {
      const began = Date.now();
      const body = { number: '5541988110001', presence: 'composing', delay: 100 };
      expect(await post('/chat/sendPresence/loja', body)).toMatchObject({
        status: 201,
        body: { presence: 'composing' },
      });
      expect(Date.now() - began).toBeGreaterThanOrEqual(99);
      expect((await post('/chat/sendPresence/loja', { ...body, delay: undefined })).status).toBe(400);
    });

    it('finds messages by key, newest first, in pages', async () => {
      const write = (text: string, timestamp: number) =>
        sandbox.control('POST', '/chats/loja/5521997330003/messages', { text, timestamp });
      for (const [index, text] of ['um', 'dois', 'três'].entries()) await write(text, 1_795_166_100 + index);
      const sent = await post('/message/sendText/loja', { number: '5521997330003', text: 'resposta' });
      const find = (body: unknown) => post('/chat/findMessages/loja', body);
      const page = await find({
        where: { key: { remoteJid: '81234567890123@lid', fromMe: false } },
        page: 1,
        offset: 2,
      });
      expect(page).toMatchObject({
        status: 200,
        body: {
          messages: {
            total: 3,
            pages: 2,
            currentPage: 1,
            records: [{ message: { conversation: 'três' } }, { message: { conversation: 'dois' } }],
          },
        },
      });
      const byPhone = await find({
        where: { key: { remoteJid: '5521997330003@s.whatsapp.net', fromMe: true } },
      });
      expect(byPhone.body).toMatchObject({ messages: { total: 1 } });
      expect(byPhone.text).toContain('resposta');
      const { id } = keyOf(sent.body);
      expect((await find({ where: { key: { id } } })).body).toMatchObject({ messages: { total: 1 } });
      expect((await find({ where: { key: { id: 'none' } } })).body).toMatchObject({
        messages: { total: 0, pages: 0, records: [] },
      });
    });

    it('tells who is on WhatsApp', async () => {
      await sandbox.control('PATCH', '/customers/5511976220002', { onWhatsApp: false });
      const numbers = ['5541988110001', '5511976220002', '5521997330003', '77'];
      expect((await post('/chat/whatsappNumbers/loja', { numbers })).body).toMatchObject([
        { jid: '554188110001@s.whatsapp.net', exists: true, name: 'Marina Souza' },
        { exists: false },
        { exists: true, lid: '81234567890123@lid' },
        { exists: false },
      ]);
    });

    it('marks as read by phone jid and passes LIDs over in silence', async () => {
      await sandbox.control('POST', '/chats/loja/5521997330003/messages', { text: 'oi', id: 'READ-ME' });
      const read = (remoteJid: string) =>
        post('/chat/markMessageAsRead/loja', { readMessages: [{ id: 'READ-ME', fromMe: false, remoteJid }] });
      const status = async () => (await sandbox.control('GET', '/chats/loja/5521997330003/messages')).body;
      expect(await read('81234567890123@lid')).toMatchObject({ status: 201, body: { read: 'success' } });
      expect(await status()).not.toMatchObject([{ status: 'READ' }]);
      await read('5521997330003@s.whatsapp.net');
      expect(await status()).toMatchObject([{ status: 'READ' }]);
    });

    it('hands out the bytes of a media message', async () => {
      const sent = await sandbox.control('POST', '/chats/loja/5541988110001/messages', {
        media: { kind: 'image', caption: 'pedido' },
        id: 'PICTURE',
      });
      expect(sent.status).toBe(201);
      const answer = await post('/chat/getBase64FromMediaMessage/loja', {
        message: { key: { id: 'PICTURE' } },
      });
      expect(answer).toMatchObject({
        status: 201,
        body: {
          mediaType: 'imageMessage',
          mimetype: 'image/png',
          caption: 'pedido',
          base64: expect.stringMatching(/^iVBOR/),
        },
      });
      expect(
        (await post('/chat/getBase64FromMediaMessage/loja', { message: { key: { id: 'x' } } })).status,
      ).toBe(400);
    });
  });
});

function keyOf(body: unknown): { id: string } {
  const text = JSON.stringify(body);
  return { id: /"id":"(3EB0[0-9A-F]+)"/.exec(text)?.[1] ?? '' };
}
