import { jest } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveLiveEvents } from '../../live';
import type { LiveEvent } from '../../../adapters/live/live-events';
import { sweepInbox } from '../../../services/conversation/sweep-inbox';
import { newId } from '../../../config/new-id';
import { CLINIC, startClinic } from '../../../tests/support/clinic';
import type { Harness } from '../../../tests/support/harness';
import { Phone } from '../../../tests/support/phone';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';

const { question: QUESTION, answer: ANSWER } = CLINIC;
const UNKNOWN = 'Vocês fazem tatuagem?';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;

beforeAll(async () => {
  ({ harness, tenant, instance, channelId } = await startClinic());
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const path = (id: string, rest = '') => `/api/v1/conversations/${id}${rest}`;
const received = (number: string) => harness.phone.received(instance, number);
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));

async function conversation(number: string, state?: string) {
  return eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found).toBeDefined();
    if (state !== undefined) expect(found.state).toBe(state);
    return found;
  });
}

/** A customer who asked something and was answered. */
async function answered(): Promise<{ number: string; id: string }> {
  const number = Phone.number();
  await harness.phone.write(instance, number, QUESTION);
  await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
  const { id } = await conversation(number);
  await eventually(async () => {
    expect((await tenant.timeline(id)).at(-1)).toMatchObject({
      status: expect.stringMatching(/sent|delivered/),
    });
  });
  return { number, id };
}

describe('a conversation', () => {
  it('is listed with who, where, what and how it stands', async () => {
    const { number, id } = await answered();
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found).toMatchObject({
      id,
      state: 'IA_ATIVA',
      contact: { phone: number },
      channel: { id: channelId, name: 'Recepção' },
      lastMessage: { author: 'ai', text: ANSWER },
      unread: 1,
      unanswered: false,
      humanDeadline: null,
      resolvedAt: null,
    });
    expect((await tenant.get(path(id))).body).toEqual(found);
    expect((await tenant.post(path(id, '/read'))).status).toBe(204);
    expect((await tenant.get(path(id))).body.unread).toBe(0);
  });

  it('tells for each AI message why it was sent', async () => {
    const { id } = await answered();
    const message = (await tenant.timeline(id)).find(({ author }) => author === 'ai');
    expect(message).toMatchObject({ kind: 'text', turn: { sources: 1, confidence: expect.any(Number) } });
    const trace = await tenant.get(path(id, `/turns/${message.turnId}`));
    expect(trace.body).toMatchObject({
      decision: 'answered',
      trace: { model: 'gpt-4.1-mini', passages: [{ document: 'Meu conhecimento' }], threshold: 0.5 },
    });
    expect(trace.body.trace.prompt.at(-1)).toEqual({ role: 'user', content: QUESTION });
  });

  it('is handed over: one message, the list, the mail and the count', async () => {
    const number = Phone.number();
    const before = (await tenant.get('/api/v1/conversations/counts')).body.AGUARDANDO_HUMANO;
    await harness.phone.write(instance, number, UNKNOWN);
    const found = await conversation(number, 'AGUARDANDO_HUMANO');
    await eventually(async () => expect(await received(number)).toEqual(['Já chamo alguém.']));
    expect(found.handoffReason).toBe('low_confidence');
    const deadline = Date.parse(found.humanDeadline) - Date.now();
    expect(deadline).toBeGreaterThan(23.9 * 3_600_000);
    expect((await tenant.get('/api/v1/conversations/counts')).body.AGUARDANDO_HUMANO).toBe(
      Number(before) + 1,
    );
    await eventually(async () => {
      const mail = (await harness.phone.mails()).find(({ text }) => text.includes(found.id));
      expect(mail).toMatchObject({
        to: [tenant.options.email],
        subject: expect.stringMatching(/^Atendimento pendente/),
      });
    });
    await harness.phone.write(instance, number, 'Alô?');
    await quiet();
    expect(await received(number)).toHaveLength(1);
    expect(await conversation(number)).toMatchObject({ unanswered: true, state: 'AGUARDANDO_HUMANO' });
  });

  it('is taken over, answered by a person, silent, and returned', async () => {
    const { number, id } = await answered();
    expect((await tenant.post(path(id, '/take-over'))).body).toEqual({ state: 'HUMANO_RESPONDEU' });
    const reply = await tenant.post(path(id, '/messages'), { text: 'Oi! Aqui é a Rafa.' });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      author: 'human',
      text: 'Oi! Aqui é a Rafa.',
      status: 'pending',
      user: { id: tenant.ctx.userId, name: 'Rafa' },
    });
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, 'Oi! Aqui é a Rafa.']));

    await harness.phone.write(instance, number, QUESTION);
    await quiet();
    expect(await received(number)).toHaveLength(2);
    expect(await conversation(number)).toMatchObject({ assignedUser: { name: 'Rafa' }, unanswered: true });

    expect((await tenant.post(path(id, '/return-to-ai'))).body).toEqual({ state: 'IA_ATIVA' });
    await quiet();
    expect(await received(number)).toHaveLength(2);
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () =>
      expect(await received(number)).toEqual([ANSWER, 'Oi! Aqui é a Rafa.', ANSWER]),
    );
    const events = (await tenant.timeline(id)).filter(({ kind }) => kind === 'event');
    expect(events.map(({ payload }) => payload.cause.type)).toEqual(['takenOver', 'returnedToAi']);
  });

  it('is returned with an answer to what is pending when asked to', async () => {
    const { number, id } = await answered();
    await tenant.post(path(id, '/take-over'));
    await harness.phone.write(instance, number, 'E qual o horário?');
    await eventually(async () => expect((await conversation(number)).unanswered).toBe(true));
    await tenant.post(path(id, '/return-to-ai'), { answerPending: true });
    await eventually(async () => expect(await received(number)).toHaveLength(2));
    expect((await received(number))[1]).toMatch(/7h às 19h/);
  });

  it.each(['/return-to-ai', '/resolve'])(
    'what the customer writes as a person presses is the AI’s, who had not seen it: %s',
    async (order) => {
      const { number, id } = await answered();
      await tenant.post(path(id, '/take-over'));
      const { inboundSeq } = await conversation(number);
      await harness.phone.write(instance, number, QUESTION);
      await eventually(async () => expect((await conversation(number)).unanswered).toBe(true));
      await tenant.post(path(id, order), { uptoSeq: inboundSeq });
      await eventually(async () => expect(await received(number)).toEqual([ANSWER, ANSWER]));
      expect(await conversation(number)).toMatchObject({ unanswered: false, resolvedAt: null });
    },
  );

  it('is resolved, and opened again by the next message', async () => {
    const { number, id } = await answered();
    expect((await tenant.post(path(id, '/resolve'))).body).toEqual({ state: 'IA_ATIVA' });
    expect(await conversation(number)).toMatchObject({ resolvedAt: expect.any(String) });
    const ids = (items: { id: string }[]) => items.map((item) => item.id);
    expect(ids(await tenant.conversations('?resolved=true'))).toContain(id);
    expect(ids(await tenant.conversations('?resolved=false'))).not.toContain(id);
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toHaveLength(2));
    expect(await conversation(number)).toMatchObject({ id, resolvedAt: null });
  });

  it('comes back by the clock with both messages, and answers what waited (S1.51, S1.52)', async () => {
    const hasty = await harness.tenant();
    await hasty.configure({
      timing: { debounceMs: 0, humanReturnMs: 1_500 },
      messages: {
        greeting: '',
        fallback: 'Um momento.',
        unanswered: 'Ninguém pôde responder.',
        humanReturn: 'Voltei!',
      },
    });
    await hasty.learn(ANSWER);
    const { instance: theirs } = await hasty.connectNumber(harness.phone);
    const number = Phone.number();
    await harness.phone.write(theirs, number, UNKNOWN);
    await eventually(async () =>
      expect(await harness.phone.received(theirs, number)).toEqual(['Um momento.']),
    );
    await harness.phone.write(theirs, number, QUESTION);
    await eventually(async () => {
      expect(await harness.phone.received(theirs, number)).toEqual([
        'Um momento.',
        'Ninguém pôde responder.',
        'Voltei!',
        ANSWER,
      ]);
    });
  });
});

describe('a person’s message', () => {
  it('is sent once for one Idempotency-Key', async () => {
    const { number, id } = await answered();
    const headers = { 'idempotency-key': newId() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => tenant.post(path(id, '/messages'), { text: 'Uma vez' }, headers)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, 'Uma vez']));
    const other = await tenant.post(path(id, '/messages'), { text: 'Outra coisa' }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_conflict']);
    await quiet();
    expect(await received(number)).toHaveLength(2);
  });

  it.each([
    ['without a text', {}],
    ['with an empty text', { text: '' }],
    ['with a blank text', { text: '   ' }],
    ['longer than WhatsApp takes', { text: 'x'.repeat(4_097) }],
    ['with a field nobody knows', { text: 'a', to: 'b' }],
  ])('is refused %s, and takes nothing over', async (_what, body) => {
    const { id } = await answered();
    expect((await tenant.post(path(id, '/messages'), body)).status).toBe(400);
    expect((await tenant.get(path(id))).body.state).toBe('IA_ATIVA');
  });

  it('waits for a disconnected number and leaves when it is back', async () => {
    const { number, id } = await answered();
    await harness.phone.fault({
      target: 'evolution.sendText',
      kind: 'status',
      status: 500,
      body: { status: 500, error: 'Internal Server Error', response: { message: 'Connection Closed' } },
      times: 1,
    });
    await tenant.post(path(id, '/messages'), { text: 'Depois' });
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, 'Depois']));
  });

  it('reaches the workflow by the sweep when the engine was away', async () => {
    const { number, id } = await answered();
    const { deps } = harness;
    const away = jest.spyOn(deps.workflows, 'humanReplied').mockRejectedValueOnce(new Error('away'));
    const reply = await tenant.post(path(id, '/messages'), { text: 'Mesmo assim' });
    expect(reply.status).toBe(201);
    away.mockRestore();
    await quiet();
    expect(await received(number)).toEqual([ANSWER]);
    await deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.message.update({ where: { id: reply.body.id }, data: { createdAt: new Date(Date.now() - 60_000) } }),
    );
    // Other test files share the database, and what they have in it.
    expect(await sweepInbox(deps)).toBeGreaterThanOrEqual(1);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, 'Mesmo assim']));
    await sweepInbox(deps);
    await quiet();
    expect(await received(number)).toEqual([ANSWER, 'Mesmo assim']);
  });
});

describe('the list', () => {
  it('pages by cursor without losing or repeating any', async () => {
    const many = await harness.tenant();
    const connected = await many.connectNumber(harness.phone);
    const numbers = Array.from({ length: 7 }, () => Phone.number());
    for (const number of numbers) await harness.phone.write(connected.instance, number, 'Oi');
    await eventually(async () => expect(await many.conversations()).toHaveLength(7));
    await quiet(600);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await many.get(`/api/v1/conversations?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('finds names without accents, phones by digits and words in messages', async () => {
    const number = Phone.number();
    await harness.phone.customer({ name: 'Conceição Araújo', number });
    await harness.phone.write(instance, number, 'Minha carteirinha é da Amil Ouro');
    const { id } = await conversation(number);
    for (const q of [
      'conceicao',
      'ARAÚJO',
      number.slice(-8),
      'amil ouro',
      `+55 ${number.slice(2, 4)} ${number.slice(4)}`,
    ]) {
      const found = await tenant.conversations(`?q=${encodeURIComponent(q)}`);
      expect(found.map((item) => item.id)).toContain(id);
    }
    for (const q of ['%', '_', 'ninguém com este nome']) {
      expect(
        (await tenant.conversations(`?q=${encodeURIComponent(q)}`)).map((item) => item.id),
      ).not.toContain(id);
    }
  });
});

describe('live events', () => {
  let server: ReturnType<typeof createServer>;
  let close: () => Promise<void>;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    server = createServer();
    const live = await serveLiveEvents(server, { ...harness.deps, local: harness.deps.localLive });
    close = () => live.close();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await close();
  });

  function open(token: string): Socket {
    const { port } = server.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, {
      auth: { token },
      transports: ['websocket'],
      reconnection: false,
    });
    sockets.push(socket);
    return socket;
  }

  it('reach the tenant’s own dashboards and no others', async () => {
    const stranger = await harness.tenant();
    const heard: Record<'own' | 'strange', LiveEvent[]> = { own: [], strange: [] };
    const own = open(tenant.accessToken);
    const strange = open(stranger.accessToken);
    own.on('live', (event: LiveEvent) => heard.own.push(event));
    strange.on('live', (event: LiveEvent) => heard.strange.push(event));
    await eventually(() => expect([own.connected, strange.connected]).toEqual([true, true]));
    const { id } = await answered();
    await eventually(() => {
      expect(heard.own).toContainEqual(expect.objectContaining({ type: 'conversation', conversationId: id }));
    });
    expect(heard.strange).toEqual([]);
  });

  it('are for who shows a good token', async () => {
    for (const token of ['', 'abc', `${tenant.accessToken}x`]) {
      const socket = open(token);
      const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
      expect(error.message).toBe('token_invalid');
    }
  });
});
