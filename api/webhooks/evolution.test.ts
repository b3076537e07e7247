import { jest } from '@jest/globals';
import { FairGate } from '../../config/fair-gate';
import { WEBHOOK_SECRET_HEADER } from '../../services/channel/create-channel';
import { CLINIC, startClinic } from '../../tests/support/clinic';
import type { Harness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { newId } from '../../config/new-id';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;
let hook: { url: string; secret: string };

beforeAll(async () => {
  ({ harness, tenant, instance, channelId } = await startClinic());
  hook = await hookOf(tenant, channelId);
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

async function hookOf(who: TestTenant, id: string) {
  const { tenantId } = who.ctx;
  const row = await harness.deps.db.withTenant(tenantId, (tx) =>
    tx.channel.findUniqueOrThrow({ where: { id } }),
  );
  const open = (column: string, value: string) =>
    harness.deps.secrets.open({ tenantId, column: `channels.${column}` }, value);
  return {
    url: `${harness.url}/webhooks/evolution/${open('webhook_key', row.webhookKey)}`,
    secret: open('webhook_secret', row.webhookSecret),
  };
}

const upsert = (number: string, text: string, change: Record<string, unknown> = {}) => ({
  event: 'messages.upsert',
  instance,
  data: {
    key: { remoteJid: `${number}@s.whatsapp.net`, fromMe: false, id: newId(), ...change },
    pushName: 'Ana',
    message: { conversation: text },
    messageType: 'conversation',
    messageTimestamp: Math.floor(Date.now() / 1_000),
  },
});

async function deliver(body: unknown, options: { url?: string; secret?: string | null } = {}) {
  const secret = options.secret === undefined ? hook.secret : options.secret;
  const response = await fetch(options.url ?? hook.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === null ? {} : { [WEBHOOK_SECRET_HEADER]: secret }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const problem = (await response.json()) as { code: string };
  return { status: response.status, body: problem };
}

const conversationOf = (number: string) =>
  eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found).toBeDefined();
    return found;
  });
const answersTo = (number: string) => harness.phone.received(instance, number);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 500));

describe('POST /webhooks/evolution/:channelKey', () => {
  it('stores a message before it says so, and it is answered', async () => {
    const number = Phone.number();
    expect((await deliver(upsert(number, 'Quanto custa a consulta?'))).status).toBe(200);
    const [conversation] = await tenant.conversations(`?q=${number}`);
    expect(conversation).toMatchObject({ contact: { name: 'Ana', phone: number } });
    await eventually(async () => expect(await answersTo(number)).toEqual([CLINIC.answer]));
  });

  it.each([
    ['a wrong secret', 'x'.repeat(43)],
    ['a shorter secret', 'x'],
    ['no secret', null],
  ])('refuses %s and stores nothing', async (_what, secret) => {
    const number = Phone.number();
    const answer = await deliver(upsert(number, 'Oi'), { secret });
    expect([answer.status, answer.body.code]).toEqual([401, 'webhook_refused']);
    expect(await tenant.conversations(`?q=${number}`)).toEqual([]);
  });

  it('refuses a good secret on another channel, and another instance on a good channel', async () => {
    const other = await harness.tenant();
    const theirs = await hookOf(other, (await other.connectNumber(harness.phone)).channelId);
    const number = Phone.number();
    expect((await deliver(upsert(number, 'Oi'), { url: theirs.url })).status).toBe(401);
    expect((await deliver(upsert(number, 'Oi'), theirs)).status).toBe(401);
    expect(await other.conversations()).toEqual([]);
    expect(await tenant.conversations(`?q=${number}`)).toEqual([]);
  });

  it('asks to come again for a channel it does not know (yet): a 4xx would lose the message', async () => {
    const answer = await deliver(upsert(Phone.number(), 'Oi'), {
      url: `${harness.url}/webhooks/evolution/unknown`,
    });
    expect(answer.status).toBe(503);
  });

  it('asks to come again while the engine does not take the message, which is stored meanwhile', async () => {
    const number = Phone.number();
    const { workflows } = harness.deps;
    const spy = jest
      .spyOn(workflows, 'messageReceived')
      .mockRejectedValueOnce(
        Object.assign(
          new (await import('../../domain/errors')).ProviderUnavailableError('engine_unavailable', 'away'),
        ),
      );
    const body = upsert(number, 'Quanto custa a consulta?');
    const answer = await deliver(body);
    expect([answer.status, answer.body.code]).toEqual([503, 'engine_unavailable']);
    spy.mockRestore();
    expect((await deliver(body)).status).toBe(200);
    await eventually(async () => expect(await answersTo(number)).toHaveLength(1));
    const conversation = await conversationOf(number);
    const timeline = await tenant.timeline(conversation.id);
    expect(timeline.filter(({ author }) => author === 'customer')).toHaveLength(1);
  });

  it('answers ten deliveries of one message at once with one answer (F3)', async () => {
    const number = Phone.number();
    const body = upsert(number, 'Quanto custa a consulta?');
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(body)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    await eventually(async () => expect(await answersTo(number)).toHaveLength(1));
    await quiet();
    expect(await answersTo(number)).toHaveLength(1);
    const { id } = await conversationOf(number);
    expect((await tenant.timeline(id)).map(({ author }) => author)).toEqual(['customer', 'ai']);
  });

  it('makes one conversation of two first messages at once (F7)', async () => {
    const numbers = Array.from({ length: 5 }, () => Phone.number());
    await Promise.all(
      numbers.flatMap((number) => [
        deliver(upsert(number, 'Oi')),
        deliver(upsert(number, 'Quanto custa a consulta?')),
      ]),
    );
    for (const number of numbers) expect(await tenant.conversations(`?q=${number}`)).toHaveLength(1);
  });

  it('knows a person under every name a build gives (F23)', async () => {
    const number = Phone.number();
    const lid = `${Date.now()}@lid`;
    const pn = `${number}@s.whatsapp.net`;
    await deliver(upsert(number, 'Um', { remoteJid: lid, remoteJidAlt: pn }));
    await deliver(upsert(number, 'Dois', { remoteJid: pn }));
    await deliver(upsert(number, 'Três', { remoteJid: lid }));
    const conversation = await conversationOf(number);
    const texts = (await tenant.timeline(conversation.id))
      .filter(({ author }) => author === 'customer')
      .map(({ text }) => text);
    expect(texts).toEqual(['Um', 'Dois', 'Três']);
  });

  it('knows a Brazilian mobile with and without its ninth digit', async () => {
    const number = Phone.number();
    const without = number.replace(/^(5541)9/, '$1');
    await deliver(upsert(number, 'Um'));
    await deliver(upsert(without, 'Dois'));
    const { id } = await conversationOf(number);
    expect((await tenant.timeline(id)).filter(({ author }) => author === 'customer')).toHaveLength(2);
  });

  it('keeps a batch in its order', async () => {
    const number = Phone.number();
    const messages = ['a', 'b', 'c', 'd'].map((text) => upsert(number, text).data);
    expect((await deliver({ event: 'messages.upsert', instance, data: messages })).status).toBe(200);
    const { id } = await conversationOf(number);
    const texts = (await tenant.timeline(id))
      .filter(({ author }) => author === 'customer')
      .map(({ text }) => text);
    expect(texts).toEqual(['a', 'b', 'c', 'd']);
  });

  it('ignores groups, entirely (F22)', async () => {
    const answer = await deliver(
      upsert('x', '@bot preço?', { remoteJid: '120363025550001@g.us', participant: '5541@s.whatsapp.net' }),
    );
    expect(answer.status).toBe(200);
    expect(await tenant.conversations('?q=preço?')).toEqual([]);
  });

  it('lets an allowed group in, and the AI answers there only who speaks to it (F22)', async () => {
    const jid = `1203630255${String(Date.now()).slice(-8)}@g.us`;
    const path = `/api/v1/whatsapp/instances/${channelId}/groups`;
    const before = await tenant.get(path);
    expect(before.body).toMatchObject({
      mode: 'off',
      allowed: [],
      available: expect.arrayContaining([
        { jid: '120363025550001@g.us', name: 'Grupo do bairro', members: 3 },
      ]),
    });
    const own = (await tenant.get(`/api/v1/whatsapp/instances/${channelId}/status`)).body.phone;
    const inGroup = (text: string, more: Record<string, unknown> = {}, key: Record<string, unknown> = {}) => {
      const body = upsert('x', text, {
        remoteJid: jid,
        participant: `${Phone.number()}@s.whatsapp.net`,
        ...key,
      });
      return deliver({ ...body, data: { ...body.data, ...more } });
    };
    const groupConversation = async () =>
      (await tenant.conversations()).find((one) => one.kind === 'group' && one.contact.name === jid);

    await inGroup('Bom dia, grupo');
    expect(await groupConversation()).toBeUndefined();

    expect((await tenant.put(path, { mode: 'off', allowed: [jid] })).body.allowed).toEqual([
      { jid, name: jid },
    ]);
    const mention = { contextInfo: { mentionedJid: [`${own}@s.whatsapp.net`] } };
    await inGroup(`@${own} Quanto custa a consulta?`, mention);
    const { id } = await groupConversation();
    await quiet();
    expect((await tenant.timeline(id)).map(({ author }) => author)).toEqual(['customer']);

    await tenant.put(path, { mode: 'mention', allowed: [jid] });
    await inGroup('Alguém sabe?');
    await inGroup(`@${own} Quanto custa a consulta?`, mention);
    await eventually(async () =>
      expect((await tenant.timeline(id)).map(({ author }) => author)).toEqual([
        'customer',
        'customer',
        'customer',
        'ai',
      ]),
    );
    const [, , third, answer] = await eventually(async () => {
      const timeline = await tenant.timeline(id);
      expect(timeline[3].status).not.toBe('sending');
      return timeline;
    });
    expect(third.payload.sender).toMatchObject({ name: 'Ana' });
    const turn = await tenant.get(`/api/v1/conversations/${id}/turns/${answer.turnId}`);
    const prompt = turn.body.trace.prompt.map(({ content }: { content: string }) => content);
    expect(prompt).toContain('[no grupo] Ana: Alguém sabe?');
    // Whoever answers what the AI said speaks to it.
    const row = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.message.findFirstOrThrow({ where: { id: answer.id } }),
    );
    await inGroup('Quanto custa a consulta?', { contextInfo: { stanzaId: row.providerMessageId } });
    await eventually(async () => expect((await tenant.timeline(id)).at(-1).author).toBe('ai'));

    // Not allowed any more: nothing comes in, what was said stays.
    await tenant.put(path, { mode: 'mention', allowed: [] });
    const length = (await tenant.timeline(id)).length;
    await inGroup(`@${own} Quanto custa a consulta?`, mention);
    expect(await tenant.timeline(id)).toHaveLength(length);
  });

  it('is never told by the clock in a group', async () => {
    const jid = `1203630256${String(Date.now()).slice(-8)}@g.us`;
    await tenant.put(`/api/v1/whatsapp/instances/${channelId}/groups`, { mode: 'off', allowed: [jid] });
    const body = upsert('x', 'Oi', { remoteJid: jid, participant: `${Phone.number()}@s.whatsapp.net` });
    await deliver(body);
    const { id } = (await tenant.conversations()).find((one) => one.contact.name === jid);
    const notice = { tenantId: tenant.ctx.tenantId, conversationId: id, text: 'Voltei', fence: 0 };
    const { prepareNotice } = await import('../../services/conversation/prepare-notice');
    const prepare = (kind: string) =>
      prepareNotice(harness.deps, { ...notice, notice: kind, dedupeKey: newId() });
    expect(await prepare('humanReturn')).toBeUndefined();
    expect(await prepare('fallback')).toBeDefined();
    await tenant.put(`/api/v1/whatsapp/instances/${channelId}/groups`, { mode: 'off', allowed: [] });
  });

  it('takes a reply on the paired phone for a take-over, without echoing it (F4)', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    await eventually(async () => expect(await answersTo(number)).toHaveLength(1));
    await harness.phone.writeAsOwner(instance, number, 'Aqui é a Rafa, já te ajudo');
    const conversation = await eventually(async () => {
      const found = await conversationOf(number);
      expect(found.state).toBe('HUMANO_RESPONDEU');
      return found;
    });
    await harness.phone.write(instance, number, 'E aceita Unimed?');
    await quiet();
    expect(await answersTo(number)).toHaveLength(1);
    const timeline = await tenant.timeline(conversation.id);
    expect(timeline.map(({ author }) => author)).toEqual(['customer', 'ai', 'human', 'customer']);
  });

  it('climbs the ticks and never descends', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    const conversation = await conversationOf(number);
    const statusOf = async () =>
      (await tenant.timeline(conversation.id)).find(({ author }) => author === 'ai')?.status;
    await eventually(async () => expect(await statusOf()).toBe('delivered'));
    const row = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.message.findFirstOrThrow({ where: { conversationId: conversation.id, author: 'ai' } }),
    );
    const tick = (status: string) =>
      deliver({
        event: 'messages.update',
        instance,
        data: { keyId: row.providerMessageId, fromMe: true, status },
      });
    await tick('READ');
    expect(await statusOf()).toBe('read');
    await tick('SERVER_ACK');
    await tick('DELIVERY_ACK');
    await tick('ERROR');
    expect(await statusOf()).toBe('read');
  });

  it('shows edits, deletions and reactions without answering them', async () => {
    const number = Phone.number();
    const first = upsert(number, 'Quanto custa a consulta?');
    await deliver(first);
    await eventually(async () => expect(await answersTo(number)).toHaveLength(1));
    const { id } = await conversationOf(number);
    const key = first.data.key;
    await deliver({
      event: 'messages.edited',
      instance,
      data: { key, editedMessage: { conversation: 'Quanto é?' } },
    });
    await deliver({
      event: 'messages.upsert',
      instance,
      data: { key: { ...key, id: newId() }, message: { reactionMessage: { key, text: '👍' } } },
    });
    await deliver({ event: 'messages.delete', instance, data: key });
    const [message] = await tenant.timeline(id);
    expect(message).toMatchObject({
      text: 'Quanto é?',
      editedAt: expect.any(String),
      deletedAt: expect.any(String),
      payload: { originalText: 'Quanto custa a consulta?', customerReaction: '👍' },
    });
    await quiet();
    expect(await answersTo(number)).toHaveLength(1);
  });

  it.each([
    ['an event nobody knows', { event: 'labels.edit', instance: '', data: { x: 1 } }, 200],
    ['an unreadable message', { event: 'messages.upsert', instance: '', data: { key: {} } }, 200],
    ['no envelope', { hello: 'world' }, 400],
    ['a list', [], 400],
  ])('answers %s without harm', async (_what, body, status) => {
    const sent = Array.isArray(body) || !('instance' in body) ? body : { ...body, instance };
    expect((await deliver(sent)).status).toBe(status);
  });

  it('answers broken JSON and an enormous body without a stack trace', async () => {
    const broken = await deliver('{"event":');
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed_json']);
    const enormous = await deliver(JSON.stringify({ event: 'x'.repeat(11_000_000) }));
    expect([enormous.status, enormous.body.code]).toEqual([413, 'body_too_large']);
    expect(JSON.stringify([broken, enormous])).not.toMatch(/node_modules|at /);
  });

  it('stores a text of a megabyte, cut, and answers something', async () => {
    const number = Phone.number();
    expect((await deliver(upsert(number, '😀 texto '.repeat(100_000)))).status).toBe(200);
    const { id } = await conversationOf(number);
    const [message] = await tenant.timeline(id);
    expect(message.text.length).toBeLessThanOrEqual(65_536);
  });

  it('gives one id to the message, its turn, the model call and the send', async () => {
    const number = Phone.number();
    const correlationId = newId();
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [WEBHOOK_SECRET_HEADER]: hook.secret,
        'x-request-id': correlationId,
      },
      body: JSON.stringify(upsert(number, 'Quanto custa a consulta?')),
    });
    expect(response.headers.get('x-request-id')).toBe(correlationId);
    await eventually(async () => expect(await answersTo(number)).toHaveLength(1));
    const { id } = await conversationOf(number);
    const rows = await harness.deps.db.withTenant(tenant.ctx.tenantId, async (tx) => [
      ...(await tx.message.findMany({ where: { conversationId: id } })),
      ...(await tx.turn.findMany({ where: { conversationId: id } })),
    ]);
    expect(rows.map((row) => row.correlationId)).toEqual([correlationId, correlationId, correlationId]);
    for (const system of ['openai', 'evolution']) {
      const ids = (await harness.phone.journal(system)).map(({ headers }) => headers['x-request-id']);
      expect(ids).toContain(correlationId);
    }
  });
});

describe('a flood of one tenant (F26, S1.58)', () => {
  it('waits behind itself: what a customer of another tenant writes goes past it', async () => {
    const other = await harness.tenant();
    const number = await other.connectNumber(harness.phone);
    const otherHook = await hookOf(other, number.channelId);
    const { tenantId } = tenant.ctx;
    const { db } = harness.deps;
    const call = db.call.bind(db);
    const atTheDoor = jest.spyOn(FairGate.prototype, 'run');
    const arrived = (who: string) => atTheDoor.mock.calls.filter(([key]) => key === who).length;
    const begun: unknown[] = [];
    // What of the flood was let in stays inside until it is let go.
    const held: (() => void)[] = [];
    let isHolding = true;
    const spy = jest.spyOn(db, 'call').mockImplementation(async (name, args) => {
      if (name === 'receive_message') {
        begun.push(args[0]);
        if (args[0] === tenantId && isHolding) await new Promise<void>((resolve) => held.push(resolve));
      }
      return call(name, args);
    });
    try {
      const flood = Array.from({ length: 60 }, () => deliver(upsert(Phone.number(), 'enchente')));
      await eventually(() => expect(arrived(tenantId)).toBe(60));
      // How many go in at once depends on who else was there lately (`fair-gate.test.ts`); most wait in any case.
      await eventually(() => expect(held.length).toBeGreaterThan(0));
      expect(held.length).toBeLessThanOrEqual(32);

      const calm = deliver({ ...upsert(Phone.number(), 'Bom dia'), instance: number.instance }, otherHook);
      await eventually(() => expect(arrived(other.ctx.tenantId)).toBe(1));
      held[0]?.();
      expect((await calm).status).toBe(200);
      // One of the flood went out, and the next who went in was the other tenant's.
      expect(begun.indexOf(other.ctx.tenantId)).toBeLessThanOrEqual(33);

      isHolding = false;
      for (const letGo of held) letGo();
      const answers = await Promise.all(flood);
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
      expect(begun).toHaveLength(61);
    } finally {
      for (const letGo of held) letGo();
      spy.mockRestore();
      atTheDoor.mockRestore();
    }
  });
});
