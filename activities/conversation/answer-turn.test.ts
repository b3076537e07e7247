import { MockActivityEnvironment } from '@temporalio/testing';
import { newId } from '../../config/new-id';
import { loadTurn } from '../../services/conversation/load-turn';
import { replyAsHuman } from '../../services/conversation/reply-as-human';
import { saveState } from '../../services/conversation/save-state';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { promptOf } from '../../tests/support/prompt-of';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { type AnswerTurnInput, createAnswerTurn, type TurnOutcome } from './answer-turn';

const KNOWLEDGE =
  'Atendemos de segunda a sexta das 7h às 19h. O ultrassom de abdome custa R$ 260. Aceitamos os convênios Unimed e Amil.';
const QUESTION = 'Quanto custa o ultrassom de abdome?';
const ANSWER = 'O ultrassom de abdome custa R$ 260.';

let harness: Harness;
let tenant: TestTenant;
let instance: string;

beforeAll(async () => {
  // Without workers, so that only this file runs turns; the indexing is done by hand.
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  await tenant.configure({ messages: { greeting: 'Olá! Aqui é a Aurora.' } });
  await tenant.learnNow(KNOWLEDGE);
  ({ instance } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

/** A customer's message that has arrived, and a turn about it. */
async function arrived(
  text: string,
  number = Phone.number(),
): Promise<{ input: AnswerTurnInput; number: string }> {
  await harness.phone.write(instance, number, text);
  const conversation = await eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found?.lastMessage.text).toBe(text);
    return found;
  });
  const { tenantId } = tenant.ctx;
  return {
    input: { tenantId, conversationId: conversation.id, turnId: newId(), correlationId: null },
    number,
  };
}

function run(input: AnswerTurnInput, attempt = 1, environment = new MockActivityEnvironment({ attempt })) {
  return environment.run<[AnswerTurnInput], TurnOutcome, ReturnType<typeof createAnswerTurn>>(
    createAnswerTurn(harness.deps),
    input,
  );
}

const turnOf = (input: AnswerTurnInput) =>
  harness.deps.db.withTenant(input.tenantId, (tx) => tx.turn.findUnique({ where: { id: input.turnId } }));
const calls = async (path: RegExp) =>
  (await harness.phone.journal('openai')).filter((entry) => path.test(entry.path));

describe('answerTurn', () => {
  it('says what the passages say, once greeted', async () => {
    const { input, number } = await arrived(QUESTION);
    expect(await run(input)).toEqual({ decision: 'answered', uptoSeq: 1, unsent: [] });
    expect(await harness.phone.received(instance, number)).toEqual([`Olá! Aqui é a Aurora.\n\n${ANSWER}`]);

    const next = await arrived('E aceita Unimed?', number);
    await run(next.input);
    const [, second] = await harness.phone.received(instance, number);
    expect(second).toMatch(/^Aceitamos os convênios/);
  });

  it('answers a mere greeting with the greeting', async () => {
    const { input, number } = await arrived('Bom dia!');
    await run(input);
    expect(await harness.phone.received(instance, number)).toEqual(['Olá! Aqui é a Aurora.']);
  });

  it('keeps a trace that tells why', async () => {
    const { input } = await arrived(QUESTION);
    await run(input);
    const turn = await turnOf(input);
    expect(turn).toMatchObject({ decision: 'answered', reason: null, fence: 0 });
    expect(turn?.confidence).toBeGreaterThan(0.5);
    expect(turn?.promptTokens).toBeGreaterThan(0);
    expect(turn?.trace).toMatchObject({
      passages: [{ document: 'Meu conhecimento' }],
      retrieval: 'hybrid',
      threshold: 0.5,
      attempt: 1,
      problem: null,
      prompt: expect.arrayContaining([{ role: 'user', content: QUESTION }]),
    });
  });

  it('reads all that is open, whatever came after it', async () => {
    const number = Phone.number();
    const texts = Array.from({ length: 12 }, (_, index) => `Pergunta ${index + 1}`);
    const { input } = await arrived('Pergunta 1', number);
    for (const text of texts.slice(1)) await arrived(text, number);
    const at = Date.now();
    const state = { ...input, handledSeq: 0, humanDeadline: null };
    const handedOver = { type: 'handedOver', uptoSeq: 0, reason: 'flow', at } as const;
    const waits = { ...state, eventId: newId(), state: 'AGUARDANDO_HUMANO', cause: handedOver } as const;
    await saveState(harness.deps, waits);
    const returned = {
      ...state,
      eventId: newId(),
      state: 'IA_ATIVA',
      cause: { type: 'deadlinePassed' },
    } as const;
    await saveState(harness.deps, returned);
    const turn = await loadTurn(harness.deps, input);
    const open = turn?.timeline.filter(({ author }) => author === 'customer');
    expect(open?.map(({ text }) => text)).toEqual(texts);
  });

  it('finds an event again that was written already, with the fence it was written with', async () => {
    const { input } = await arrived(QUESTION);
    const at = Date.now();
    const state = { ...input, handledSeq: 0, humanDeadline: at + 60_000 };
    const handedOver = { type: 'handedOver', uptoSeq: 0, reason: 'flow', at } as const;
    const handover = { ...state, eventId: newId(), state: 'AGUARDANDO_HUMANO', cause: handedOver } as const;
    const cause = { type: 'takenOver', at, userId: tenant.ctx.userId } as const;
    const taken = { ...state, eventId: newId(), state: 'HUMANO_RESPONDEU', cause } as const;
    const fences = [];
    for (const each of [handover, taken, handover]) {
      const saved = await saveState(harness.deps, { ...each, expectedFence: undefined });
      fences.push(saved.saved && saved.fence);
    }
    expect(fences).toEqual([1, 2, 1]);
  });

  it('says in its trace that it searched by words alone, when another model had made the vectors', async () => {
    const { input } = await arrived(QUESTION);
    const embedQuestion = async (question: string) => ({
      ...(await harness.deps.embedQuestion(question)),
      model: 'other-model@example.test',
    });
    await new MockActivityEnvironment({ attempt: 1 }).run<
      [AnswerTurnInput],
      TurnOutcome,
      ReturnType<typeof createAnswerTurn>
    >(createAnswerTurn({ ...harness.deps, embedQuestion }), input);
    const { body } = await tenant.get(`/api/v1/conversations/${input.conversationId}/turns/${input.turnId}`);
    expect(body.trace).toMatchObject({
      retrieval: 'text',
      passages: [{ document: 'Meu conhecimento', similarity: 0 }],
    });
  });

  it.each([
    ['what the passages do not say', 'Vocês fazem tatuagem?', 'low_confidence'],
    ['a request for a person', 'Quero falar com um atendente', 'person_requested'],
  ])('hands over %s, saying nothing itself', async (_what, text, reason) => {
    const { input, number } = await arrived(text);
    expect(await run(input)).toEqual({ decision: 'handover', uptoSeq: 1, reason, fence: 0 });
    expect(await harness.phone.received(instance, number)).toEqual([]);
  });

  it('finds what an earlier attempt has done: the model is not asked and nothing is said twice', async () => {
    const { input, number } = await arrived(QUESTION);
    await run(input);
    const asked = (await calls(/chat\/completions/)).length;
    const again = await run(input, 2);
    expect(again).toMatchObject({ decision: 'answered', uptoSeq: 1 });
    expect(await calls(/chat\/completions/)).toHaveLength(asked);
    expect(await harness.phone.received(instance, number)).toHaveLength(1);
  });

  it('repeats an earlier hand-over with the fence it was decided under', async () => {
    const { input } = await arrived('Vocês fazem tatuagem?');
    const first = await run(input);
    await replyAsHuman(harness.deps, tenant.ctx, { ...input, text: 'Oi!', idempotencyKey: null });
    expect(await run(input, 2)).toEqual(first);
  });

  it('has nothing to do when all is answered', async () => {
    const { input } = await arrived(QUESTION);
    await run(input);
    expect(await run({ ...input, turnId: newId() })).toEqual({ decision: 'nothing', uptoSeq: 1 });
  });

  it('is stale when the customer writes while the model thinks (F7)', async () => {
    const { input, number } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'delay', ms: 600, times: 1 });
    const running = run(input);
    await arrived('E o preparo?', number);
    expect(await running).toEqual({ decision: 'stale' });
    expect(await harness.phone.received(instance, number)).toEqual([]);
    expect(await turnOf(input)).toMatchObject({ decision: 'stale' });
    expect((await turnOf(input))?.promptTokens).toBeGreaterThan(0);
  });

  it('is fenced when a person writes while the model thinks (F4)', async () => {
    const { input, number } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'delay', ms: 600, times: 1 });
    const running = run(input);
    await eventually(async () => expect((await calls(/chat/)).length).toBeGreaterThan(0));
    await replyAsHuman(harness.deps, tenant.ctx, { ...input, text: 'Oi!', idempotencyKey: null });
    expect(await running).toEqual({ decision: 'fenced', state: 'HUMANO_RESPONDEU' });
    expect(await harness.phone.received(instance, number)).toEqual([]);
  });

  it('does not even think when a person has the conversation', async () => {
    const { input } = await arrived(QUESTION);
    await replyAsHuman(harness.deps, tenant.ctx, { ...input, text: 'Oi!', idempotencyKey: null });
    expect(await run(input)).toEqual({
      decision: 'fenced',
      state: 'HUMANO_RESPONDEU',
      humanDeadline: expect.any(Number),
    });
    expect(await turnOf(input)).toBeNull();
  });

  /** A turn whose model never answers, cancelled once it was asked. */
  async function cancelledWhileThinking(
    input: AnswerTurnInput,
    reason: 'CANCELLED' | 'WORKER_SHUTDOWN',
    meanwhile: () => Promise<unknown>,
  ): Promise<void> {
    const asked = (await calls(/chat\/completions/)).length;
    await harness.phone.fault({ target: 'openai.chat', kind: 'hang', times: 1 });
    const environment = new MockActivityEnvironment({ attempt: 1 });
    const running = expect(run(input, 1, environment)).rejects.toMatchObject({ name: 'CancelledFailure' });
    await eventually(async () => expect((await calls(/chat\/completions/)).length).toBeGreaterThan(asked));
    await meanwhile();
    environment.cancel(reason);
    await running;
  }

  it('stops thinking when the customer writes more, and its tokens are counted (F7)', async () => {
    const { input, number } = await arrived(QUESTION);
    await cancelledWhileThinking(input, 'CANCELLED', () => arrived('E o preparo?', number));
    const turn = await turnOf(input);
    expect(turn).toMatchObject({ decision: 'stale', completionTokens: 0 });
    expect(turn?.promptTokens).toBeGreaterThan(100);
    expect(turn?.trace).toMatchObject({
      costMicros: expect.any(Number),
      model: harness.env.openai.model,
      prompt: expect.arrayContaining([{ role: 'user', content: QUESTION }]),
    });
    expect(await harness.phone.received(instance, number)).toEqual([]);
  });

  it('stops thinking when a person takes over, and its tokens are counted (F4)', async () => {
    const { input } = await arrived(QUESTION);
    // The take-over's cancellation may come before its state is written: the database knows of no person yet.
    await cancelledWhileThinking(input, 'CANCELLED', () => Promise.resolve());
    const turn = await turnOf(input);
    expect(turn).toMatchObject({ decision: 'fenced' });
    expect(turn?.promptTokens).toBeGreaterThan(100);
  });

  it('counts the tokens of an attempt whose worker stops, and the next attempt answers', async () => {
    const { input, number } = await arrived(QUESTION);
    await cancelledWhileThinking(input, 'WORKER_SHUTDOWN', () => Promise.resolve());
    expect(await turnOf(input)).toBeNull();
    const [lost] = await harness.deps.db.withTenant(input.tenantId, (tx) =>
      tx.turn.findMany({ where: { conversationId: input.conversationId } }),
    );
    expect(lost).toMatchObject({ decision: 'interrupted' });
    expect(lost?.promptTokens).toBeGreaterThan(100);
    expect(await run(input, 2)).toMatchObject({ decision: 'answered' });
    expect(await harness.phone.received(instance, number)).toHaveLength(1);
  });

  it('counts what was spent before a provider fails for good', async () => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'garbage', times: 1 });
    await harness.phone.fault({ target: 'openai.chat', kind: 'status', status: 401, times: 1 });
    expect(await run(input)).toMatchObject({ decision: 'handover', reason: 'provider_failure' });
    expect((await turnOf(input))?.promptTokens).toBeGreaterThan(100);
  });

  it.each([
    ['is suspended', { status: 'suspended' }, 'tenant suspended, billing active'],
    ['is cancelled', { status: 'cancelled' }, 'tenant cancelled, billing active'],
    ['has its billing cancelled', { billingStatus: 'cancelled' }, 'tenant active, billing cancelled'],
  ])('says nothing for a tenant that %s', async (_what, data, problem) => {
    const silent = await harness.tenant();
    const number = await silent.connectNumber(harness.phone);
    const customer = Phone.number();
    await harness.phone.write(number.instance, customer, QUESTION);
    const [conversation] = await eventually(async () => {
      const found = await silent.conversations();
      expect(found).toHaveLength(1);
      return found;
    });
    const { tenantId } = silent.ctx;
    await harness.deps.db.withSystem((tx) => tx.tenant.update({ where: { id: tenantId }, data }));
    const input = { tenantId, conversationId: conversation.id, turnId: newId(), correlationId: null };
    const asked = (await calls(/chat/)).length;
    expect(await run(input)).toEqual({ decision: 'silenced', uptoSeq: 1 });
    expect(await harness.phone.received(number.instance, customer)).toEqual([]);
    // Nothing was spent on it, and the turn says why.
    expect(await calls(/chat/)).toHaveLength(asked);
    expect(await turnOf(input)).toMatchObject({ decision: 'silenced', trace: { problem } });
  });

  it('still answers for a tenant that is late in paying', async () => {
    const { tenantId } = tenant.ctx;
    const bill = (billingStatus: string) =>
      harness.deps.db.withSystem((tx) =>
        tx.tenant.update({ where: { id: tenantId }, data: { billingStatus } }),
      );
    const { input } = await arrived(QUESTION);
    await bill('past_due');
    try {
      expect(await run(input)).toMatchObject({ decision: 'answered' });
    } finally {
      await bill('active');
    }
  });

  it('remembers the last ten messages of the conversation, and none before (S1.38)', async () => {
    const number = Phone.number();
    await run((await arrived('Bom dia!', number)).input);
    for (let asked = 1; asked <= 5; asked += 1) await run((await arrived(QUESTION, number)).input);
    const { input } = await arrived('E aceita Unimed?', number);
    await run(input);
    const prompt = promptOf(await turnOf(input));
    // Six questions and six answers came before this one: of the thirteen, the last ten, without the greetings.
    const [, ...remembered] = prompt;
    const pair = [
      { role: 'user', content: QUESTION },
      { role: 'assistant', content: ANSWER },
    ];
    expect(remembered).toEqual([
      ...[...pair, ...pair, ...pair, ...pair, ...pair].slice(1),
      { role: 'user', content: 'E aceita Unimed?' },
    ]);
  });

  it('sees all of a burst that is longer than that: nothing unanswered is forgotten', async () => {
    const number = Phone.number();
    const burst = Array.from({ length: 14 }, (_, index) => `Parte ${index + 1} da pergunta`);
    // One after the other has arrived: webhooks of one phone may overtake each other.
    for (const text of burst) await arrived(text, number);
    const { input } = await arrived(QUESTION, number);
    await run(input);
    const prompt = promptOf(await turnOf(input));
    expect(prompt.slice(1).map(({ content }) => content)).toEqual([...burst, QUESTION]);
  });

  it('knows when the conversation is gone', async () => {
    const input = {
      tenantId: tenant.ctx.tenantId,
      conversationId: newId(),
      turnId: newId(),
      correlationId: null,
    };
    expect(await run(input)).toEqual({ decision: 'gone' });
  });
});

describe('answerTurn with a failing model', () => {
  it('asks to be tried again, after the time the provider names', async () => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'status', status: 429, retryAfter: 7 });
    await expect(run(input, 1)).rejects.toMatchObject({
      name: 'ProviderUnavailableError',
      retryAfterMs: 7_000,
    });
  });

  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['a reset connection', { kind: 'reset' }],
    ['a cut body', { kind: 'cutBody' }],
    ['broken JSON', { kind: 'malformedJson' }],
    ['a web page', { kind: 'html200' }],
    ['no choices', { kind: 'emptyChoices' }],
    ['no content', { kind: 'nullContent' }],
  ])('tries again after %s, and calls a person at the fourth attempt', async (_what, fault) => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', ...fault });
    await expect(run(input, 3)).rejects.toMatchObject({ name: 'ProviderUnavailableError' });
    expect(await run(input, 4)).toMatchObject({ decision: 'handover', reason: 'provider_failure' });
    expect((await turnOf(input))?.trace).toMatchObject({
      problem: expect.stringContaining('model provider'),
    });
  });

  it.each([
    ['a refused key', { kind: 'status', status: 401 }],
    ['a refusal to answer', { kind: 'refusal' }],
    ['a content filter', { kind: 'contentFilter' }],
  ])('calls a person at once after %s', async (_what, fault) => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', ...fault });
    expect(await run(input, 1)).toMatchObject({ decision: 'handover', reason: 'provider_failure' });
  });

  it.each([
    ['garbage', { kind: 'garbage' }],
    ['an answer cut by length', { kind: 'length' }],
  ])('asks once more after %s, then calls a person: it never reaches the customer', async (_what, fault) => {
    const { input, number } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', ...fault });
    expect(await run(input)).toMatchObject({ decision: 'handover', reason: 'low_confidence' });
    expect(await harness.phone.received(instance, number)).toEqual([]);
  });

  it('recovers when only the first answer is garbage', async () => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'garbage', times: 1 });
    expect(await run(input)).toMatchObject({ decision: 'answered' });
  });

  it('tries again when the question cannot be embedded', async () => {
    const { input } = await arrived('Uma pergunta que ninguém fez antes?');
    await harness.phone.fault({ target: 'openai.embeddings', kind: 'wrongDimensions' });
    await expect(run(input)).rejects.toMatchObject({ name: 'ProviderUnavailableError' });
  });

  it('meters what a provider without usage figures leaves out', async () => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'noUsage' });
    await run(input);
    expect((await turnOf(input))?.promptTokens).toBeGreaterThan(100);
  });
});

describe('answerTurn with a failing provider of messages', () => {
  const balloonOf = (input: AnswerTurnInput) =>
    harness.deps.db.withTenant(input.tenantId, (tx) =>
      tx.outboxBalloon.findFirst({ where: { turnId: input.turnId } }),
    );

  it.each([
    [
      'a closed connection leaves it to be sent',
      {
        kind: 'status',
        status: 500,
        body: { status: 500, error: 'Internal Server Error', response: { message: 'Connection Closed' } },
      },
      'pending',
    ],
    ['a reset connection leaves it uncertain', { kind: 'reset' }, 'uncertain'],
    ['an unreadable answer leaves it uncertain', { kind: 'html200' }, 'uncertain'],
  ])('%s', async (_what, fault, status) => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'evolution.sendText', ...fault, times: 1 });
    const outcome = await run(input);
    const balloon = await balloonOf(input);
    expect(outcome).toEqual({ decision: 'answered', uptoSeq: 1, unsent: [balloon?.id] });
    expect(balloon?.status).toBe(status);
  });

  it('gives up at once on a number without WhatsApp', async () => {
    const { input, number } = await arrived(QUESTION);
    await harness.phone.notOnWhatsApp(number);
    expect(await run(input)).toEqual({ decision: 'answered', uptoSeq: 1, unsent: [] });
    expect(await balloonOf(input)).toMatchObject({ status: 'failed' });
  });

  it('shows typing while the model takes its time', async () => {
    const { input } = await arrived(QUESTION);
    await harness.phone.fault({ target: 'openai.chat', kind: 'delay', ms: 1_200, times: 1 });
    await run(input);
    const presences = (await harness.phone.journal('evolution')).filter(({ path }) =>
      path.includes('sendPresence'),
    );
    expect(presences.length).toBeGreaterThan(0);
  });
});
