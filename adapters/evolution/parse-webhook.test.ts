import fc from 'fast-check';
import { parseEvolutionWebhook } from './parse-webhook';

const PN = '5521999990001@s.whatsapp.net';
const LID = '81234567890123@lid';
const phone = { kind: 'phone', value: '5521999990001' };
const lid = { kind: 'lid', value: '81234567890123' };

const webhook = (event: string, data: unknown) => ({ event, instance: 't1', data, apikey: null, sender: PN });
const eventsOf = (event: string, data: unknown) => parseEvolutionWebhook(webhook(event, data))?.events;
const upsert = (
  message: unknown,
  change: Record<string, unknown> = {},
  key: Record<string, unknown> = {},
) => ({
  key: { remoteJid: PN, fromMe: false, id: '3EB0C0FFEE', ...key },
  pushName: 'Ana',
  status: 'DELIVERY_ACK',
  message,
  messageTimestamp: 1_795_166_102,
  instanceId: 'x',
  source: 'android',
  ...change,
});
const one = (data: unknown) => eventsOf('messages.upsert', data)?.[0];

describe('a customer’s message', () => {
  it('is read with who, where, when and what', () => {
    expect(one(upsert({ conversation: 'Tem horário amanhã?' }))).toEqual({
      type: 'customerMessage',
      message: {
        providerMessageId: '3EB0C0FFEE',
        address: PN,
        identities: [phone],
        name: 'Ana',
        kind: 'text',
        text: 'Tem horário amanhã?',
        payload: null,
        sentAt: new Date('2026-11-20T09:15:02Z'),
      },
    });
  });

  // protocols.md §1.5: every build spells a person in its own way.
  it.each([
    ['2.2.3: a privacy id alone', { remoteJid: LID }, [lid]],
    ['2.3.0: the phone as senderPn', { remoteJid: LID, senderPn: PN }, [phone, lid]],
    [
      '2.3.6: the phone as alternate',
      { remoteJid: LID, remoteJidAlt: PN, addressingMode: 'lid' },
      [phone, lid],
    ],
    ['2.3.6: the privacy id as alternate', { remoteJid: PN, remoteJidAlt: LID }, [phone, lid]],
    ['2.3.7: the phone alone', { remoteJid: PN }, [phone]],
    ['the same twice', { remoteJid: PN, remoteJidAlt: PN }, [phone]],
  ])('%s', (_what, key, identities) => {
    const event = one(upsert({ conversation: 'Oi' }, {}, key));
    expect(event).toMatchObject({ type: 'customerMessage', message: { identities, address: key.remoteJid } });
  });

  it.each([
    ['a text', { conversation: 'Oi' }, 'text', 'Oi', null],
    ['a long text', { extendedTextMessage: { text: 'Oi de novo' } }, 'text', 'Oi de novo', null],
    [
      'a pressed button',
      { buttonsResponseMessage: { selectedDisplayText: 'Sim', selectedButtonId: '1' } },
      'choice',
      'Sim',
      null,
    ],
    [
      'a template button',
      { templateButtonReplyMessage: { selectedDisplayText: 'Quero' } },
      'choice',
      'Quero',
      null,
    ],
    [
      'a chosen row',
      { listResponseMessage: { title: 'Ultrassom', singleSelectReply: {} } },
      'choice',
      'Ultrassom',
      null,
    ],
    [
      'a picture with words',
      {
        imageMessage: {
          url: 'https://mmg',
          mimetype: 'image/jpeg',
          caption: 'Este exame',
          fileLength: '16420',
        },
      },
      'image',
      'Este exame',
      { mimetype: 'image/jpeg', bytes: 16_420 },
    ],
    [
      'a voice note',
      {
        audioMessage: {
          mimetype: 'audio/ogg; codecs=opus',
          seconds: 7,
          ptt: true,
          fileLength: { low: 1, high: 0 },
        },
      },
      'audio',
      '',
      { mimetype: 'audio/ogg; codecs=opus', seconds: 7, voice: true },
    ],
    [
      'a video',
      { videoMessage: { mimetype: 'video/mp4', seconds: 3 } },
      'video',
      '',
      { mimetype: 'video/mp4', seconds: 3 },
    ],
    ['a document', { documentMessage: { fileName: 'guia.pdf' } }, 'document', '', { fileName: 'guia.pdf' }],
    [
      'a document with words',
      {
        documentWithCaptionMessage: {
          message: { documentMessage: { fileName: 'a.pdf', caption: 'A guia' } },
        },
      },
      'document',
      'A guia',
      { fileName: 'a.pdf' },
    ],
    ['a sticker', { stickerMessage: { mimetype: 'image/webp' } }, 'sticker', '', { mimetype: 'image/webp' }],
    [
      'a place',
      { locationMessage: { degreesLatitude: -25.4, degreesLongitude: -49.2, name: 'Casa' } },
      'location',
      'Casa',
      { degreesLatitude: -25.4, degreesLongitude: -49.2, name: 'Casa' },
    ],
    [
      'a contact card',
      { contactMessage: { displayName: 'Dr. Marcos', vcard: 'BEGIN' } },
      'contact',
      'Dr. Marcos',
      null,
    ],
  ])('%s', (_what, message, kind, text, payload) => {
    expect(one(upsert(message))).toMatchObject({ type: 'customerMessage', message: { kind, text, payload } });
  });

  it('of a kind nobody knows is kept as such', () => {
    const event = one(upsert({ pollCreationMessage: { name: '?' } }, { messageType: 'pollCreationMessage' }));
    expect(event).toMatchObject({
      message: { kind: 'unsupported', payload: { messageType: 'pollCreationMessage' } },
    });
    expect(one(upsert(null))).toMatchObject({ message: { kind: 'unsupported' } });
  });

  it('keeps what it answers', () => {
    const event = one(
      upsert({ conversation: 'Este' }, { contextInfo: { stanzaId: '3EB0BEEF', quotedMessage: {} } }),
    );
    expect(event).toMatchObject({ message: { payload: { quotedId: '3EB0BEEF' } } });
  });

  it('may give its time as a word, and may give none', () => {
    expect(one(upsert({ conversation: 'Oi' }, { messageTimestamp: '1795166102' }))).toMatchObject({
      message: { sentAt: new Date('2026-11-20T09:15:02Z') },
    });
    const event = one(upsert({ conversation: 'Oi' }, { messageTimestamp: undefined }));
    expect(event).toMatchObject({ message: { sentAt: expect.any(Date) } });
  });

  it('loses what a database cannot keep', () => {
    expect(one(upsert({ conversation: 'a\u0000b\ud800c' }))).toMatchObject({
      message: { text: 'ab\ufffdc' },
    });
    const long = one(upsert({ conversation: '😀'.repeat(40_000) }));
    expect(long).toMatchObject({ message: { text: expect.stringMatching(/^(😀)+\ufffd?$/u) } });
  });
});

describe('everything else', () => {
  it('a message of our own side is a person’s or an echo, never a customer’s', () => {
    const event = one(
      upsert(
        { conversation: 'Já te atendo' },
        { pushName: 'Você' },
        { fromMe: true, remoteJidAlt: '5511987650000@s.whatsapp.net' },
      ),
    );
    expect(event).toMatchObject({
      type: 'ownMessage',
      message: { identities: [phone], name: null, text: 'Já te atendo' },
    });
  });

  it.each([
    ['a status', 'status@broadcast', 'not a person'],
    ['a newsletter', '120363@newsletter', 'not a person'],
    ['nobody', '', 'not a person'],
  ])('%s is ignored (S1.34)', (_what, remoteJid, reason) => {
    expect(one(upsert({ conversation: '@bot preço?' }, {}, { remoteJid, participant: PN }))).toEqual({
      type: 'ignored',
      reason,
    });
  });

  it.each([
    ['in a disappearing chat', { ephemeralMessage: { message: { conversation: 'Oi' } } }],
    [
      'nested',
      {
        ephemeralMessage: {
          message: { viewOnceMessageV2: { message: { extendedTextMessage: { text: 'Oi' } } } },
        },
      },
    ],
    [
      'of one’s own other phone',
      { deviceSentMessage: { destinationJid: PN, message: { conversation: 'Oi' } } },
    ],
  ])('is taken out of its wrappers: %s', (_what, message) => {
    expect(one(upsert(message))).toMatchObject({ message: { kind: 'text', text: 'Oi' } });
  });

  it.each(['viewOnceMessage', 'viewOnceMessageV2', 'viewOnceMessageV2Extension'])(
    'a picture to be seen once is a picture: %s',
    (wrapper) => {
      const message = {
        [wrapper]: { message: { imageMessage: { mimetype: 'image/jpeg', caption: 'veja' } } },
      };
      expect(one(upsert(message))).toMatchObject({ message: { kind: 'image', text: 'veja' } });
    },
  );

  it('in a group is the group’s, with who wrote it, whom it mentions and what it answers (F22)', () => {
    const group = '120363025550001@g.us';
    const key = { remoteJid: group, participant: LID, participantAlt: PN };
    const contextInfo = {
      stanzaId: 'Q1',
      participant: PN,
      mentionedJid: ['77@lid', '5541988110001@s.whatsapp.net'],
    };
    expect(one(upsert({ conversation: '@77 preço?' }, { contextInfo }, key))).toMatchObject({
      type: 'groupMessage',
      fromUs: false,
      ownLid: null,
      mentions: [
        { kind: 'lid', value: '77' },
        { kind: 'phone', value: '5541988110001' },
      ],
      quotedId: 'Q1',
      message: {
        address: group,
        identities: [{ kind: 'group', value: '120363025550001' }],
        name: null,
        text: '@77 preço?',
        payload: { quotedId: 'Q1', sender: { name: 'Ana', phone: '5521999990001' } },
      },
    });
    const own = one(upsert({ conversation: 'Oi' }, {}, { ...key, fromMe: true, participantAlt: undefined }));
    expect(own).toMatchObject({ type: 'groupMessage', fromUs: true, ownLid: '81234567890123' });
  });

  it('a reaction is about another message', () => {
    expect(one(upsert({ reactionMessage: { key: { id: 'X1', fromMe: true }, text: '👍' } }))).toEqual({
      type: 'reaction',
      providerMessageId: 'X1',
      emoji: '👍',
      fromCustomer: true,
    });
  });

  it('a batch is read in its order, as a list or under messages', () => {
    const list = ['a', 'b', 'c'].map((text, n) => upsert({ conversation: text }, {}, { id: `ID${n}` }));
    for (const data of [list, { messages: list }]) {
      const texts = eventsOf('messages.upsert', data)?.map(
        (event) => 'message' in event && event.message.text,
      );
      expect(texts).toEqual(['a', 'b', 'c']);
    }
  });

  it.each([
    ['SERVER_ACK', 'sent'],
    ['DELIVERY_ACK', 'delivered'],
    ['READ', 'read'],
    ['PLAYED', 'played'],
    ['ERROR', 'failed'],
  ])('the tick %s means %s', (status, receipt) => {
    const data = { keyId: '3EB0', remoteJid: PN, fromMe: true, status, messageId: 'm' };
    expect(eventsOf('messages.update', data)).toEqual([
      { type: 'receipt', providerMessageId: '3EB0', receipt },
    ]);
  });

  it('a status that means nothing to us is ignored', () => {
    expect(eventsOf('messages.update', { keyId: '3EB0', status: 'DELETED' })).toEqual([
      { type: 'ignored', reason: 'status DELETED' },
    ]);
  });

  it('edits and deletions name their message', () => {
    const edited = { key: { id: 'E1' }, type: 14, editedMessage: { conversation: 'Corrigido' } };
    expect(eventsOf('messages.edited', edited)).toMatchObject([
      { type: 'edited', providerMessageId: 'E1', text: 'Corrigido' },
    ]);
    for (const data of [
      { id: 'D1', remoteJid: PN, fromMe: false },
      { key: { id: 'D1' }, status: 'DELETED' },
    ]) {
      expect(eventsOf('messages.delete', data)).toMatchObject([{ type: 'deleted', providerMessageId: 'D1' }]);
    }
  });

  it('a connection says its state and its owner', () => {
    const data = {
      instance: 't1',
      state: 'open',
      statusReason: 200,
      wuid: PN,
      profileName: 'Loja Sol',
      profilePictureUrl: null,
    };
    expect(eventsOf('connection.update', data)).toEqual([
      { type: 'connection', status: 'open', reason: '200', ownerAddress: PN, profileName: 'Loja Sol' },
    ]);
    expect(eventsOf('connection.update', { state: 'refused', statusReason: 428 })).toMatchObject([
      { status: 'refused', reason: '428' },
    ]);
  });

  it('a code to scan comes as text and picture; at the limit it does not', () => {
    const qrcode = { instance: 't1', pairingCode: null, code: '2@abc', base64: 'data:image/png;base64,AA' };
    expect(eventsOf('qrcode.updated', { qrcode })).toEqual([
      { type: 'qrCode', code: '2@abc', image: 'data:image/png;base64,AA', pairingCode: null },
    ]);
    const limit = { message: 'QR code limit reached, please login again', statusCode: 500 };
    expect(eventsOf('qrcode.updated', limit)).toMatchObject([{ type: 'ignored' }]);
  });

  it('the echo of our own send is never a person', () => {
    expect(eventsOf('send.message', upsert({ conversation: 'Oi' }, {}, { fromMe: true }))).toMatchObject([
      { type: 'ignored' },
    ]);
  });

  it.each([
    ['composing', true],
    ['recording', true],
    ['paused', false],
    ['available', false],
  ])('a customer whose presence is %s', (lastKnownPresence, typing) => {
    const of = (id: string) =>
      eventsOf('presence.update', { id, presences: { [id]: { lastKnownPresence } } });
    expect(of('554188110001@s.whatsapp.net')).toEqual([
      { type: 'typing', identity: { kind: 'phone', value: '5541988110001' }, typing },
    ]);
    expect(of('123456789@lid')).toMatchObject([{ identity: { kind: 'lid', value: '123456789' } }]);
    expect(of('120363@g.us')).toMatchObject([{ type: 'ignored' }]);
  });

  it('a presence in another shape is ignored', () => {
    expect(eventsOf('presence.update', { id: 5 })).toMatchObject([{ type: 'ignored' }]);
  });

  it.each(['chats.update', 'chats.upsert', 'logout.instance', 'something.new'])(
    '%s is ignored by name',
    (event) => {
      expect(eventsOf(event, null)).toEqual([{ type: 'ignored', reason: event }]);
    },
  );

  it('what is no envelope is told apart', () => {
    for (const body of [null, [], 'x', {}, { event: 5, instance: 't1' }, { event: 'messages.upsert' }]) {
      expect(parseEvolutionWebhook(body)).toBeUndefined();
    }
  });

  it('never fails, whatever the event carries', () => {
    const events = fc.constantFrom(
      'messages.upsert',
      'messages.update',
      'messages.edited',
      'messages.delete',
      'connection.update',
      'qrcode.updated',
      'send.message',
    );
    const key = fc.record(
      {
        remoteJid: fc.oneof(fc.constantFrom(PN, LID, 'x@g.us'), fc.jsonValue()),
        id: fc.jsonValue(),
        fromMe: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const upserts = fc.record(
      {
        key: fc.oneof(key, fc.jsonValue()),
        message: fc.jsonValue(),
        messageTimestamp: fc.jsonValue(),
        pushName: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(events, fc.oneof(fc.jsonValue(), upserts, fc.array(upserts)), (event, data) => {
        expect(Array.isArray(eventsOf(event, data))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
