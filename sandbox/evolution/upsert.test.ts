import { connectInstance, startTestSandbox, type TestSandbox } from '../testing/start-test-sandbox';
import { startWebhookReceiver, type WebhookReceiver } from '../testing/webhook-receiver';

describe('what the webhook hears', () => {
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

  const write = (number: string, body: object) =>
    sandbox.control('POST', `/chats/loja/${number}/messages`, body);

  it('addresses a customer with a LID by it, the phone beside it', async () => {
    await write('5521997330003', { text: 'Tem horário amanhã?', id: '3EB0C0FFEE0001' });
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.body).toMatchObject({
      instance: 'loja',
      sender: '5511987650000@s.whatsapp.net',
      apikey: null,
    });
    expect(upsert?.body.data).toEqual({
      key: {
        remoteJid: '81234567890123@lid',
        remoteJidAlt: '5521997330003@s.whatsapp.net',
        fromMe: false,
        id: '3EB0C0FFEE0001',
        addressingMode: 'lid',
      },
      pushName: 'Lúcia Ramos',
      status: 'DELIVERY_ACK',
      message: { conversation: 'Tem horário amanhã?' },
      contextInfo: null,
      messageType: 'conversation',
      messageTimestamp: expect.any(Number),
      instanceId: expect.any(String),
      source: 'android',
    });
  });

  it('leaves the phone out for a server that does', async () => {
    await sandbox.control('PATCH', '/customers/5521997330003', { lidAlt: 'missing' });
    await write('5521997330003', { text: 'oi' });
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.raw).not.toContain('remoteJidAlt');
    expect(upsert?.raw).not.toContain('5521997330003@s.whatsapp.net');
  });

  it('addresses everybody else by phone', async () => {
    await write('5541988110001', { text: 'oi' });
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.body.data).toMatchObject({
      key: { remoteJid: '554188110001@s.whatsapp.net', addressingMode: 'pn' },
    });
  });

  it('puts the participant of a group into the key', async () => {
    await write('5521997330003', { text: '@bot preço?', group: '120363025550001@g.us' });
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.body.data).toMatchObject({
      key: {
        remoteJid: '120363025550001@g.us',
        participant: '81234567890123@lid',
        participantAlt: '5521997330003@s.whatsapp.net',
        addressingMode: 'lid',
      },
    });
  });

  it('drops group messages at the source when groups are ignored', async () => {
    await sandbox.evolution('POST', '/settings/set/loja', {
      rejectCall: false,
      groupsIgnore: true,
      alwaysOnline: false,
      readMessages: false,
      readStatus: false,
      syncFullHistory: false,
    });
    await write('5541988110001', { text: 'no grupo', group: '120363025550001@g.us' });
    await write('5541988110001', { text: 'sozinha' });
    await receiver.waitFor('messages.upsert');
    expect(receiver.of('messages.upsert').map(({ raw }) => raw.includes('no grupo'))).toEqual([false]);
  });

  it('marks what the owner types on the paired phone as fromMe, under the name "Você"', async () => {
    await write('5541988110001', { from: 'owner', text: 'Já te ligo' });
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.body.data).toMatchObject({ key: { fromMe: true }, pushName: 'Você' });
  });

  it.each([
    [{ media: { kind: 'image', caption: 'pedido' } }, 'imageMessage'],
    [{ media: { kind: 'audio' } }, 'audioMessage'],
    [{ media: { kind: 'document' } }, 'documentMessage'],
    [{ location: { latitude: -25.4, longitude: -49.2 } }, 'locationMessage'],
    [{ contact: { name: 'Ana', number: '5511999990000' } }, 'contactMessage'],
  ])('tells %j as %s', async (body, messageType) => {
    await write('5541988110001', body);
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.body.data).toMatchObject({ messageType, message: { [messageType]: expect.any(Object) } });
    expect(upsert?.raw).not.toContain('"base64"');
  });

  it('embeds media when the webhook asks for it', async () => {
    const webhook = { enabled: true, url: receiver.url, events: [], base64: true };
    await sandbox.evolution('POST', '/webhook/set/loja', { webhook });
    await write('5541988110001', { media: { kind: 'image' } });
    const [upsert] = await receiver.waitFor('messages.upsert');
    expect(upsert?.body.data).toMatchObject({ message: { base64: expect.stringMatching(/^iVBOR/) } });
  });

  it('tells reactions as messages of their own', async () => {
    await write('5541988110001', { text: 'oi', id: 'FIRST' });
    await write('5541988110001', { reaction: { id: 'FIRST', emoji: '👍' } });
    const upserts = await receiver.waitFor('messages.upsert', 2);
    expect(upserts.at(-1)?.body.data).toMatchObject({
      messageType: 'reactionMessage',
      message: { reactionMessage: { key: { id: 'FIRST' }, text: '👍' } },
    });
    expect((await sandbox.control('GET', '/chats/loja/5541988110001/messages')).body).toMatchObject([
      { id: 'FIRST', reactions: [{ by: 'customer', emoji: '👍' }] },
    ]);
  });

  it('tells edits, deletions, typing and reading', async () => {
    await write('5541988110001', { text: 'amanha', id: 'TO-EDIT' });
    await sandbox.control('PATCH', '/messages/TO-EDIT', { text: 'amanhã' });
    const [edited] = await receiver.waitFor('messages.edited');
    expect(edited?.body.data).toMatchObject({
      key: { id: 'TO-EDIT' },
      editedMessage: { conversation: 'amanhã' },
    });
    await sandbox.control('DELETE', '/messages/TO-EDIT');
    const [deleted] = await receiver.waitFor('messages.delete');
    expect(deleted?.body.data).toMatchObject({ id: 'TO-EDIT', fromMe: false });
    await sandbox.control('POST', '/chats/loja/5541988110001/typing', { ms: 1_000 });
    const [presence] = await receiver.waitFor('presence.update');
    expect(presence?.body.data).toEqual({
      id: '554188110001@s.whatsapp.net',
      presences: { '554188110001@s.whatsapp.net': { lastKnownPresence: 'composing' } },
    });
    await sandbox.evolution('POST', '/message/sendText/loja', { number: '5541988110001', text: 'ok' });
    await receiver.waitFor('messages.update', 2);
    await sandbox.control('POST', '/chats/loja/5541988110001/read');
    const updates = await receiver.waitFor('messages.update', 3);
    expect(updates.at(-1)?.body.data).toMatchObject({ status: 'READ', fromMe: true });
  });

  it('resends the very same webhook ten times at once', async () => {
    await write('5541988110001', { text: 'uma vez só', id: 'AGAIN' });
    const [first] = await receiver.waitFor('messages.upsert');
    const answer = await sandbox.control('POST', '/messages/AGAIN/resend', { times: 10, parallel: true });
    expect(answer).toMatchObject({ status: 202, body: { times: 10, parallel: true } });
    const all = await receiver.waitFor('messages.upsert', 11);
    expect(new Set(all.map(({ raw }) => raw))).toEqual(new Set([first?.raw]));
  });

  it('sends a burst in order of its numbers', async () => {
    await write('5541988110001', { text: 'mensagem {i}', count: 5 });
    const upserts = await receiver.waitFor('messages.upsert', 5);
    expect(upserts.map(({ raw }) => /mensagem (\d)/.exec(raw)?.[1]).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('keeps what comes while the number is away and tells it on return', async () => {
    await sandbox.control('POST', '/instances/loja/drop', { ms: 150 });
    await write('5541988110001', { text: 'cadê vocês?' });
    expect(receiver.of('messages.upsert')).toHaveLength(0);
    const [late] = await receiver.waitFor('messages.upsert');
    expect(late?.raw).toContain('cadê vocês?');
  });

  it('shows the second tick once the webhook has taken the message', async () => {
    const status = async () => (await sandbox.control('GET', '/chats/loja/5541988110001/messages')).body;
    receiver.answerWith(503);
    await write('5541988110001', { text: 'oi' });
    await receiver.waitFor('messages.upsert');
    expect(await status()).toMatchObject([{ status: 'SERVER_ACK' }]);
    receiver.answerWith(200);
    await write('5541988110001', { text: 'oi de novo' });
    await receiver.waitFor('messages.upsert', 2);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await status()).toMatchObject([{ status: 'SERVER_ACK' }, { status: 'DELIVERY_ACK' }]);
  });
});
