import { jest } from '@jest/globals';
import { sweepOrders } from '../../services/flow/sweep-orders';
import { type FlowTalk, FlowTalks } from '../../tests/support/flow-talk';
import { eventually } from '../../tests/support/test-tenant';

const PAUSE_MS = 250;
const TEXTS = [1, 2, 3, 4, 5].map((number) => `Mensagem ${number} de um fluxo`);

let talks: FlowTalks;
beforeAll(async () => {
  talks = await FlowTalks.start();
  await talks.tenant.configure({ pace: { charactersPerSecond: 1_000, pauseMaxMs: PAUSE_MS } });
}, 60_000);
afterEach(() => talks.harness.phone.heal());
afterAll(() => talks.harness.close());

const inTenant = <T>(work: Parameters<typeof talks.harness.deps.db.withTenant<T>>[1]) =>
  talks.harness.deps.db.withTenant(talks.tenant.ctx.tenantId, work);
const lines = ({ conversationId }: FlowTalk) =>
  inTenant((tx) => tx.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } }));
const ofFlow = async (chat: FlowTalk) => (await lines(chat)).filter(({ text }) => TEXTS.includes(text));
const ASK = {
  question: 'Qual é o seu e-mail?',
  answer: 'email',
  choices: [],
  rule: {},
  attempts: 2,
  retryText: '',
  timeoutSeconds: 3600,
  debounceSeconds: 0,
  cancelWords: [],
  saveTo: 'email',
};

describe('one voice (F4): no message of a flow starts after a take-over was accepted', () => {
  it.each([
    ['from the dashboard', (chat: FlowTalk) => chat.order('take-over')],
    ["by a person's words", (chat: FlowTalk) => chat.reply('Oi, aqui é a Bia.')],
    ['on the paired phone', (chat: FlowTalk) => chat.writeAsOwner('Oi, aqui é a Bia.')],
  ])('%s, whenever it comes', async (_how, take) => {
    const chats = await Promise.all(Array.from({ length: 8 }, () => talks.begin()));
    const counts = await Promise.all(
      chats.map(async (chat, index) => {
        const effect = await chat.flow.place('send_text', { messages: TEXTS });
        if (index > 0) await eventually(async () => expect((await ofFlow(chat)).length).toBeGreaterThan(0));
        await new Promise((resolve) => setTimeout(resolve, index * 0.4 * PAUSE_MS));
        await take(chat);
        const taken = await eventually(async () => {
          const found = (await lines(chat)).find(
            ({ author, payload }) =>
              author === 'human' || (payload as { to?: string } | null)?.to === 'HUMANO_RESPONDEU',
          );
          if (found === undefined) throw new Error('nobody has taken over yet');
          return found.seq;
        });
        const outcome = await chat.flow.outcome(effect);
        const said = await ofFlow(chat);
        expect(said.filter(({ seq }) => seq > taken)).toEqual([]);
        // The run is told the truth: all of it left, or a person came before it had.
        expect(outcome).toMatchObject(
          said.length === TEXTS.length ? { handle: 'out' } : { error: { type: 'person_has_it' } },
        );
        expect(said.map(({ text }) => text)).toEqual(TEXTS.slice(0, said.length));
        return said.length;
      }),
    );
    // It did come in the middle.
    expect(counts.some((count) => count > 0 && count < TEXTS.length)).toBe(true);
  });

  it('returns really: what was left unsaid stays unsaid (F6)', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('send_text', { messages: TEXTS });
    await eventually(async () => expect((await ofFlow(chat)).length).toBeGreaterThan(0));
    await chat.order('take-over');
    const said = (await ofFlow(chat)).length;
    await chat.order('return-to-ai', { answerPending: false });
    expect(await chat.flow.outcome(effect)).toMatchObject({ error: { type: 'person_has_it' } });
    expect(await ofFlow(chat)).toHaveLength(said);
  });
});

describe('what was not heard', () => {
  const makeOld = (chat: FlowTalk, effect: string, column: 'createdAt' | 'endedAt') =>
    inTenant((tx) =>
      tx.flowOrder.update({
        where: { runId_effect: { runId: chat.flow.runId, effect } },
        data: { [column]: new Date(Date.now() - 60_000), createdAt: new Date(Date.now() - 60_000) },
      }),
    );

  it('is said again: an order whose signal was lost', async () => {
    const chat = await talks.begin();
    const { workflows } = talks.harness.deps;
    const lost = jest.spyOn(workflows, 'flowOrder').mockRejectedValueOnce(new Error('away'));
    await expect(chat.flow.place('send_text', { messages: ['Oi'] }, { effect: 'lost' })).rejects.toThrow(
      'away',
    );
    lost.mockRestore();
    await makeOld(chat, 'lost', 'createdAt');
    await sweepOrders(talks.harness.deps);
    expect(await chat.flow.outcome('lost')).toMatchObject({ handle: 'out' });
    await chat.hears(['Oi']);
  });

  it('is said again: an end that was written and not told', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('send_text', { messages: ['Oi'] });
    await chat.flow.outcome(effect);
    await inTenant((tx) =>
      tx.flowOrder.update({
        where: { runId_effect: { runId: chat.flow.runId, effect } },
        data: { toldAt: null },
      }),
    );
    await makeOld(chat, effect, 'endedAt');
    const told = jest.spyOn(talks.harness.deps.workflows, 'flowOutcome');
    await sweepOrders(talks.harness.deps);
    const { runId } = chat.flow;
    expect(told).toHaveBeenCalledWith(
      { tenantId: talks.tenant.ctx.tenantId, runId },
      expect.objectContaining({ effect }),
    );
    told.mockRestore();
    expect((await chat.flow.row(effect)).toldAt).not.toBeNull();
  });
});

describe('a process that dies in between (F2)', () => {
  it.each([1, 2])(
    'before it has told the run, %i times: one end, one question, nothing answered twice',
    async (times) => {
      const chat = await talks.begin();
      const effect = await chat.flow.place('ask', ASK);
      await chat.hears([ASK.question]);
      await chat.flow.listens(effect);
      const before = await chat.turns();
      const told = jest.spyOn(talks.harness.deps.workflows, 'flowOutcome');
      for (let time = 0; time < times; time += 1) told.mockRejectedValueOnce(new Error('away'));
      await chat.write('ana@exemplo.com.br');
      expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'ok' });
      const outcomes = told.mock.calls.filter(([ref]) => ref.runId === chat.flow.runId);
      expect(new Set(outcomes.map(([, fact]) => JSON.stringify(fact))).size).toBe(1);
      told.mockRestore();
      await chat.isAnswered();
      await chat.hears([ASK.question]);
      expect(await chat.turns()).toBe(before);
    },
  );
});

describe('a merge of contacts', () => {
  it('takes the question along: the reply in the other conversation is heard', async () => {
    const [from, into] = [await talks.begin(), await talks.begin()];
    const effect = await from.flow.place('ask', ASK);
    await from.flow.listens(effect);
    const [one, other] = [await from.row(), await into.row()];
    const merged = await talks.tenant.post(`/api/v1/contacts/${one.contactId}/merge`, {
      into: other.contactId,
    });
    expect(merged.status).toBeLessThan(300);
    await eventually(async () =>
      expect((await from.flow.row(effect)).conversationId).toBe(
        (await from.row()).mergedIntoId ?? from.conversationId,
      ),
    );
    const survivor = (await from.row()).mergedIntoId === null ? from : into;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await survivor.write('ana@exemplo.com.br');
    expect(await from.flow.outcome(effect)).toMatchObject({
      handle: 'ok',
      output: { resposta: 'ana@exemplo.com.br' },
    });
  });
});
