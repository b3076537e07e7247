import { MockActivityEnvironment } from '@temporalio/testing';
import { newId } from '../../config/new-id';
import { replyAsHuman } from '../../services/conversation/reply-as-human';
import { type Harness, startHarness } from '../../tests/support/harness';
import { longAnswer } from '../../tests/support/long-answer';
import { Phone } from '../../tests/support/phone';
import { promptOf } from '../../tests/support/prompt-of';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { type AnswerTurnInput, createAnswerTurn, type TurnOutcome } from './answer-turn';
import { createDeliverBalloon, type DeliverBalloonInput, type DeliveryOutcome } from './deliver-balloon';

const QUESTION = 'Quanto custa o ultrassom de abdome?';
const LONG = longAnswer(3);

let harness: Harness;
let tenant: TestTenant;
let instance: string;

beforeAll(async () => {
  // Without workers: what runs, and when, is this file's choice.
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  await tenant.configure({ messages: { greeting: '' } });
  await tenant.learnNow('O ultrassom de abdome custa R$ 260.');
  ({ instance } = await tenant.connectNumber(harness.phone));
}, 60_000);
beforeEach(() => harness.phone.fault({ target: 'openai.chat', kind: 'say', text: LONG.text }));
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

async function arrived(text = QUESTION, number = Phone.number()) {
  await harness.phone.write(instance, number, text);
  const conversation = await eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found?.lastMessage.text).toBe(text);
    return found;
  });
  const { tenantId } = tenant.ctx;
  const conversationId: string = conversation.id;
  return { input: { tenantId, conversationId, turnId: newId(), correlationId: null }, number };
}
type Arrived = Awaited<ReturnType<typeof arrived>>;

const run = (input: AnswerTurnInput, attempt = 1) =>
  new MockActivityEnvironment({ attempt }).run<
    [AnswerTurnInput],
    TurnOutcome,
    ReturnType<typeof createAnswerTurn>
  >(createAnswerTurn(harness.deps), input);
const deliver = ({ input }: Arrived, balloonId: string) =>
  new MockActivityEnvironment({ attempt: 1 }).run<
    [DeliverBalloonInput],
    DeliveryOutcome,
    ReturnType<typeof createDeliverBalloon>
  >(createDeliverBalloon(harness.deps), { ...input, balloonId, giveUp: false });
const outboxOf = ({ input }: Arrived) =>
  harness.deps.db.withTenant(input.tenantId, (tx) =>
    tx.outboxBalloon.findMany({
      where: { conversationId: input.conversationId },
      orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
    }),
  );
const received = ({ number }: Arrived) => harness.phone.received(instance, number);
function unsentOf(outcome: TurnOutcome): string[] {
  if (outcome.decision !== 'answered') throw new Error(`the turn is ${outcome.decision}`);
  return outcome.unsent;
}

describe('a long answer (F18, N1)', () => {
  it('is stored as balloons, of which the turn says the first', async () => {
    const one = await arrived();
    const outcome = await run(one.input);
    const rows = await outboxOf(one);
    expect(rows.map(({ body, status, position }) => [body, status, position])).toEqual([
      [LONG.balloons[0], 'sent', 0],
      [LONG.balloons[1], 'pending', 1],
      [LONG.balloons[2], 'pending', 2],
    ]);
    expect(unsentOf(outcome)).toEqual([rows[1]?.id, rows[2]?.id]);
    expect(await received(one)).toEqual([LONG.balloons[0]]);
  });

  it('leaves each of the others a pause, and types towards the first of them', async () => {
    const one = await arrived();
    const pace = { charactersPerSecond: 500, pauseMaxMs: 6_000, customerTypingMaxMs: 0 };
    const outcome = await run({ ...one.input, pace });
    const length = (index: number) => Math.round(((LONG.balloons[index]?.length ?? 0) / 500) * 1_000);
    expect(outcome).toMatchObject({ pausesMs: [length(1), length(2)] });
    await eventually(async () => {
      const presences = (await harness.phone.journal('evolution')).filter(({ path }) =>
        path.includes('sendPresence'),
      );
      expect(presences.length).toBeGreaterThan(0);
    });
  });

  it('is resumed after a crash at the first balloon that is not settled', async () => {
    const one = await arrived();
    const [second = '', third = ''] = unsentOf(await run(one.input));
    expect(await deliver(one, second)).toBe('sent');
    expect(unsentOf(await run(one.input, 2))).toEqual([third]);
    expect(await deliver(one, third)).toBe('sent');
    expect(unsentOf(await run(one.input, 3))).toEqual([]);
    expect(await received(one)).toEqual(LONG.balloons);
  });

  it('goes on after a crash between claim and send, once read back', async () => {
    const one = await arrived();
    const [second = ''] = unsentOf(await run(one.input));
    // The process dies with the request under way: claimed, sent, and nobody wrote it down.
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'acceptThenTimeout', times: 1 });
    await expect(deliver(one, second)).rejects.toThrow();
    await harness.deps.db.withTenant(one.input.tenantId, (tx) =>
      tx.outboxBalloon.update({ where: { id: second }, data: { status: 'sending' } }),
    );
    expect(unsentOf(await run(one.input, 2))[0]).toBe(second);
    expect(await deliver(one, second)).toBe('sent');
    expect(await received(one)).toEqual(LONG.balloons.slice(0, 2));
  });

  it('stops at the balloon before which a person came (F4, N2)', async () => {
    const one = await arrived();
    const [second = '', third = ''] = unsentOf(await run(one.input));
    await deliver(one, second);
    await replyAsHuman(harness.deps, tenant.ctx, { ...one.input, text: 'Oi!', idempotencyKey: null });
    expect(await deliver(one, third)).toBe('dropped');
    expect(await received(one)).toEqual(LONG.balloons.slice(0, 2));
  });

  it('goes on when the customer writes after its first balloon, and the next turn sees what was said (F7)', async () => {
    const one = await arrived();
    const [second = '', third = ''] = unsentOf(await run(one.input));
    const next = await arrived('E quanto tempo demora o ultrassom?', one.number);
    expect(await deliver(one, second)).toBe('sent');
    expect(await deliver(one, third)).toBe('sent');
    await run(next.input);
    const turn = await harness.deps.db.withTenant(next.input.tenantId, (tx) =>
      tx.turn.findUniqueOrThrow({ where: { id: next.input.turnId } }),
    );
    const { prompt } = turn.trace as { prompt: { role: string; content: string }[] };
    expect(prompt.slice(-4)).toEqual([
      ...LONG.balloons.map((content) => ({ role: 'assistant', content })),
      { role: 'user', content: 'E quanto tempo demora o ultrassom?' },
    ]);
  });
});

describe('a number that may send so much (send pacing)', () => {
  beforeAll(() => tenant.configure({ pace: { sendPerMinute: 60, sendBurst: 1 } }));
  afterAll(() => tenant.configure({ pace: { sendPerMinute: 0 } }));
  /** The number has just sent as much as it may. */
  const spend = () =>
    harness.deps.db.withTenant(tenant.ctx.tenantId, async (tx) => {
      const { channelId } = await tx.conversation.findFirstOrThrow();
      const freeAt = new Date(Date.now() + 3_600_000);
      await tx.sendPace.upsert({
        where: { channelId },
        create: { channelId, tenantId: tenant.ctx.tenantId, freeAt },
        update: { freeAt },
      });
    });
  /** As if the time had passed. */
  const letTimePass = (one: Arrived) =>
    harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.outboxBalloon.updateMany({
        where: { conversationId: one.input.conversationId, dueAt: { not: null } },
        data: { dueAt: new Date() },
      }),
    );

  it('sends at once while its burst lasts', async () => {
    await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) => tx.sendPace.deleteMany());
    const one = await arrived();
    const [second = ''] = unsentOf(await run(one.input));
    expect(await received(one)).toHaveLength(1);
    expect(await deliver(one, second)).toEqual({ status: 'waiting', forMs: expect.any(Number) });
    expect(await received(one)).toHaveLength(1);
  });

  it('keeps its place: asked again, a balloon waits for the same moment, and goes when it has come', async () => {
    await spend();
    const one = await arrived();
    const outcome = await run(one.input);
    const [first = ''] = unsentOf(outcome);
    expect(outcome).toMatchObject({ pausesMs: [expect.any(Number), 0, 0] });
    expect(await received(one)).toEqual([]);
    const before = await outboxOf(one);
    expect(await deliver(one, first)).toMatchObject({ status: 'waiting' });
    expect((await outboxOf(one))[0]?.dueAt).toEqual(before[0]?.dueAt);
    await letTimePass(one);
    expect(await deliver(one, first)).toBe('sent');
    expect(await received(one)).toEqual([LONG.balloons[0]]);
  });

  it('drops an answer of which nothing was said when the customer writes more, and answers all (F7)', async () => {
    await spend();
    const one = await arrived();
    const waiting = unsentOf(await run(one.input));
    const next = await arrived('E o preparo do ultrassom?', one.number);
    await letTimePass(one);
    for (const balloonId of waiting) expect(await deliver(one, balloonId)).toBe('dropped');
    await run(next.input);
    const { db } = harness.deps;
    const [dropped, answered] = await db.withTenant(one.input.tenantId, (tx) =>
      tx.turn.findMany({
        where: { conversationId: one.input.conversationId },
        orderBy: { createdAt: 'asc' },
      }),
    );
    expect(dropped).toMatchObject({ decision: 'stale' });
    expect(dropped?.promptTokens).toBeGreaterThan(0);
    expect(
      promptOf(answered)
        .slice(-2)
        .map(({ content }) => content),
    ).toEqual([QUESTION, 'E o preparo do ultrassom?']);
  });

  it('never makes a person wait', async () => {
    await spend();
    const one = await arrived();
    const reply = await replyAsHuman(harness.deps, tenant.ctx, {
      ...one.input,
      text: 'Já vou!',
      idempotencyKey: null,
    });
    const row = (await outboxOf(one)).find(({ messageId }) => messageId === reply.id);
    expect(await deliver(one, row?.id ?? '')).toBe('sent');
    expect(await received(one)).toEqual(['Já vou!']);
  });

  it('is nobody else’s: another tenant’s number sends', async () => {
    await spend();
    const other = await harness.tenant();
    await other.configure({ pace: { sendPerMinute: 60, sendBurst: 1 } });
    const seen = await harness.deps.db.withTenant(other.ctx.tenantId, (tx) => tx.sendPace.count());
    expect(seen).toBe(0);
  });
});
