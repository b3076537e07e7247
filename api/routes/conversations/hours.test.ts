import { Client } from '@temporalio/client';
import { newId } from '../../../config/new-id';
import { addOpenTime } from '../../../domain/hours/opening-hours';
import { ingestMessage } from '../../../services/conversation/ingest-message';
import { prepareGoodbye } from '../../../services/conversation/prepare-goodbye';
import { orderConversation } from '../../../services/conversation/order-conversation';
import { readTiming } from '../../../services/conversation/read-timing';
import { sweepDeadlines } from '../../../services/conversation/sweep-deadlines';
import { conversationWorkflowId } from '../../../temporal/client';
import { connectTemporal } from '../../../temporal/connection';
import { CLINIC, startClinic } from '../../../tests/support/clinic';
import type { Harness } from '../../../tests/support/harness';
import { withClockOff } from '../../../tests/support/skewed-clock';
import { Phone } from '../../../tests/support/phone';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';

const { question: QUESTION, answer: ANSWER, fallback: FALLBACK } = CLINIC;
const UNKNOWN = 'Vocês fazem tatuagem?';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;

beforeAll(async () => {
  ({ harness, tenant, instance, channelId } = await startClinic());
}, 60_000);
afterEach(async () => {
  await tenant.configure({
    timing: { idleCloseMs: 6 * HOUR, humanReturnMs: DAY },
    messages: { closing: '' },
    hours: { weekly: [], aiAnswers: true, whileClosed: 'wait', returnInOpenHours: false },
  });
});
afterAll(() => harness.close());

const path = (id: string, rest = '') => `/api/v1/conversations/${id}${rest}`;
const received = (number: string) => harness.phone.received(instance, number);
const quiet = (ms = 500) => new Promise((resolve) => setTimeout(resolve, ms));
/** Open for one hour of the day before yesterday: closed for days, whenever the test runs. */
const CLOSED = {
  timeZone: 'UTC',
  holidays: false,
  extraDates: [],
  weekly: [{ day: new Date(Date.now() - 2 * DAY).getUTCDay(), opens: '09:00', closes: '10:00' }],
};
const OUT_OF_HOURS = /^Voltamos .+, às 09:00\.$/;

async function conversation(number: string, state?: string) {
  return eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found).toBeDefined();
    if (state !== undefined) expect(found.state).toBe(state);
    return found;
  });
}

/** A message that reached us now and was written some time ago. */
async function arrivesLate(number: string, text: string, ageMs: number) {
  const stored = await ingestMessage(
    harness.deps,
    { id: channelId, tenantId: tenant.ctx.tenantId },
    {
      providerMessageId: newId(),
      address: `${number}@s.whatsapp.net`,
      identities: [{ kind: 'phone', value: number }],
      name: 'Ana',
      kind: 'text',
      text,
      payload: null,
      sentAt: new Date(Date.now() - ageMs),
    },
  );
  if (stored === undefined) throw new Error('not stored');
  const ref = { tenantId: tenant.ctx.tenantId, conversationId: stored.conversationId };
  await harness.deps.workflows.messageReceived(ref, { seq: stored.seq, timing: stored.timing });
  return ref;
}

describe('out of hours (F20)', () => {
  beforeEach(() => tenant.configure({ hours: CLOSED, messages: { outOfHours: 'Voltamos {{opensAt}}.' } }));

  it('the AI answers day and night, and a hand-over says when people are back', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    await harness.phone.write(instance, number, UNKNOWN);
    const found = await conversation(number, 'AGUARDANDO_HUMANO');
    expect(found.handoffReason).toBe('low_confidence');
    await eventually(async () => expect(await received(number)).toHaveLength(2));
    expect((await received(number))[1]).toMatch(OUT_OF_HOURS);
  });

  it('a silent AI says once a night that nobody is there, whatever else comes', async () => {
    await tenant.configure({ hours: { aiAnswers: false } });
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toHaveLength(1));
    const { id } = await conversation(number, 'IA_ATIVA');
    await harness.phone.write(instance, number, 'Oi?');
    await tenant.post(path(id, '/take-over'));
    await tenant.post(path(id, '/return-to-ai'), { answerPending: true });
    await harness.phone.write(instance, number, 'Alguém?');
    await quiet();
    expect(await received(number)).toEqual([expect.stringMatching(OUT_OF_HOURS)]);
    expect(await conversation(number)).toMatchObject({ state: 'IA_ATIVA', unanswered: true });
  });

  it('a silent AI leaves it to people where the business wants it so', async () => {
    await tenant.configure({ hours: { aiAnswers: false, whileClosed: 'handover' } });
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    const found = await conversation(number, 'AGUARDANDO_HUMANO');
    expect(found.handoffReason).toBe('outside_hours');
    await eventually(async () =>
      expect(await received(number)).toEqual([expect.stringMatching(OUT_OF_HOURS)]),
    );
  });

  it('a person’s time may run in open hours only, in both ways to take over', async () => {
    await tenant.configure({ hours: { returnInOpenHours: true } });
    const { body } = await tenant.get('/api/v1/config');
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    const { id } = await conversation(number);
    const due = addOpenTime(body.hours, Date.now(), DAY);
    expect(due - Date.now()).toBeGreaterThan(20 * 7 * DAY);
    await tenant.post(path(id, '/take-over'));
    expect(Date.parse((await tenant.get(path(id))).body.humanDeadline)).toBe(due);
    await tenant.post(path(id, '/messages'), { text: 'Oi, é a Bia.' });
    expect(Date.parse((await tenant.get(path(id))).body.humanDeadline)).toBe(due);
  });
});

describe('a message that was late (F8)', () => {
  it('is left to a person: one message, and why', async () => {
    const number = Phone.number();
    await arrivesLate(number, QUESTION, 7 * HOUR);
    const found = await conversation(number, 'AGUARDANDO_HUMANO');
    expect(found.handoffReason).toBe('backlog');
    await eventually(async () => expect(await received(number)).toEqual([FALLBACK]));
  });

  it('is answered with a newer one, and when it only waited for people', async () => {
    const number = Phone.number();
    await arrivesLate(number, QUESTION, 5 * HOUR);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    const { id } = await conversation(number);
    await tenant.post(path(id, '/take-over'));
    await arrivesLate(number, QUESTION, 23 * HOUR);
    await tenant.post(path(id, '/return-to-ai'), { answerPending: true });
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, ANSWER]));
  });
});

describe('the closing message (F11)', () => {
  it('ends a quiet conversation once, and the next message opens it again', async () => {
    await tenant.configure({
      timing: { idleCloseMs: 1_000 },
      messages: { closing: 'Até logo! {{business}}' },
    });
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    const goodbye = expect.stringMatching(/^Até logo! Clínica /);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, goodbye]));
    const { id } = await conversation(number, 'IA_ATIVA');
    await quiet(1_500);
    expect(await received(number)).toHaveLength(2);
    expect((await tenant.get(path(id))).body).toMatchObject({ unanswered: false, resolvedAt: null });
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, goodbye, ANSWER, goodbye]));
  });

  it('is not for who waits, whom a person has, or whose matter is closed', async () => {
    const number = Phone.number();
    const prepare = (conversationId: string) =>
      prepareGoodbye(harness.deps, { tenantId: tenant.ctx.tenantId, conversationId, text: 'Tchau' });
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    const { id } = await conversation(number);
    await tenant.post(path(id, '/take-over'));
    expect(await prepare(id)).toBeUndefined();
    await tenant.post(path(id, '/messages'), { text: 'Oi' });
    await tenant.post(path(id, '/return-to-ai'));
    expect(await prepare(id)).toBeUndefined();
    await tenant.post(path(id, '/resolve'));
    expect(await prepare(id)).toBeUndefined();
    expect(await prepare(newId())).toBeUndefined();
  });
});

describe('a pause', () => {
  async function answered() {
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    return { number, id: (await conversation(number)).id as string };
  }

  it('shows why, who, since when and until when; the customer sees nothing', async () => {
    const { id, number } = await answered();
    const reason = 'Negociando o preço do pacote';
    expect((await tenant.post(path(id, '/take-over'), { reason })).body).toEqual({
      state: 'HUMANO_RESPONDEU',
    });
    const { body } = await tenant.get(path(id));
    expect(body).toMatchObject({ stateReason: reason, assignedUser: { id: tenant.ctx.userId } });
    expect(Date.parse(body.humanDeadline) - Date.parse(body.stateSince)).toBeGreaterThan(23 * HOUR);
    expect((await tenant.timeline(id)).at(-1)).toMatchObject({ kind: 'event', payload: { reason } });
    await tenant.post(path(id, '/return-to-ai'));
    expect((await tenant.get(path(id))).body.stateReason).toBeNull();
    expect(await received(number)).toEqual([ANSWER]);
    expect((await tenant.post(path(id, '/take-over'), { reason: 'x'.repeat(301) })).status).toBe(400);
  });

  it('is made longer, by an hour unless said otherwise, and the timeline tells it', async () => {
    const { id } = await answered();
    await tenant.post(path(id, '/take-over'));
    const before = Date.parse((await tenant.get(path(id))).body.humanDeadline);
    const { status, body } = await tenant.post(path(id, '/extend'));
    expect(status).toBe(200);
    expect(body).toEqual({
      state: 'HUMANO_RESPONDEU',
      humanDeadline: new Date(before + HOUR).toISOString(),
    });
    expect((await tenant.get(path(id))).body.humanDeadline).toBe(body.humanDeadline);
    expect((await tenant.timeline(id)).at(-1)).toMatchObject({
      kind: 'event',
      user: { id: tenant.ctx.userId },
      payload: { cause: { type: 'extended', byMs: HOUR } },
    });
    const further = await tenant.post(path(id, '/extend'), { ms: 2 * HOUR });
    expect(Date.parse(further.body.humanDeadline)).toBe(before + 3 * HOUR);
  });

  it('is not made longer for ever, by nobody else, and not where the AI has it', async () => {
    const { id } = await answered();
    expect(await tenant.post(path(id, '/extend'))).toMatchObject({
      status: 409,
      body: { code: 'not_with_team' },
    });
    await tenant.post(path(id, '/take-over'));
    for (const ms of [0, -HOUR, 1.5, 8 * DAY, '1']) {
      expect((await tenant.post(path(id, '/extend'), { ms })).status).toBe(400);
    }
    await tenant.post(path(id, '/extend'), { ms: 7 * DAY });
    await tenant.post(path(id, '/extend'), { ms: 7 * DAY });
    expect(await tenant.post(path(id, '/extend'), { ms: 7 * DAY })).toMatchObject({
      status: 400,
      body: { code: 'deadline_too_far' },
    });
    const other = await harness.tenant();
    expect((await other.post(path(id, '/extend'))).status).toBe(404);
  });
});

describe('a deadline of the team', () => {
  it('comes although the engine has lost its data, once (F8)', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    const { id } = await conversation(number);
    await tenant.post(path(id, '/take-over'));
    const { tenantId } = tenant.ctx;
    const connection = await connectTemporal(harness.env);
    const client = new Client({ connection, namespace: harness.env.temporal.namespace });
    await client.workflow.getHandle(conversationWorkflowId({ tenantId, conversationId: id })).terminate();
    await connection.close();
    await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.conversation.update({ where: { id }, data: { humanDeadline: new Date(Date.now() - HOUR) } }),
    );
    await sweepDeadlines(harness.deps);
    await sweepDeadlines(harness.deps);
    await conversation(number, 'IA_ATIVA');
    const { body } = await tenant.get('/api/v1/config');
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, body.messages.humanReturn]));
    await sweepDeadlines(harness.deps);
    await quiet();
    expect(await received(number)).toHaveLength(2);
  });

  it.each([26, -26])('stands although a worker’s clock is %d hours off', async (hours) => {
    const number = Phone.number();
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
    const { id } = await conversation(number);
    const startedAt = Date.now();
    await withClockOff(hours * HOUR, async () => {
      await orderConversation(harness.deps, tenant.ctx, id, { type: 'takeOver' });
      const timing = await readTiming(harness.deps, tenant.ctx);
      await harness.deps.workflows.humanReplied(
        { tenantId: tenant.ctx.tenantId, conversationId: id },
        { uptoSeq: 1, userId: tenant.ctx.userId, balloonId: null, timing },
      );
      await sweepDeadlines(harness.deps);
      await quiet();
    });
    const found = await conversation(number);
    expect(found.state).toBe('HUMANO_RESPONDEU');
    const left = Date.parse(found.humanDeadline) - startedAt;
    expect(left).toBeGreaterThan(23 * HOUR);
    expect(left).toBeLessThan(25 * HOUR);
    expect(await received(number)).toEqual([ANSWER]);
  });
});
