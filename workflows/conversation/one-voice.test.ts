import { type Harness, startHarness } from '../../tests/support/harness';
import { longAnswer } from '../../tests/support/long-answer';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

const QUESTION = 'Quanto custa o ultrassom de abdome?';
const LONG = longAnswer(5);
const PAUSE_MS = 250;

let harness: Harness;
let tenant: TestTenant;
let instance: string;

beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
  await tenant.configure({
    messages: { greeting: '' },
    timing: { debounceMs: 0 },
    pace: { charactersPerSecond: 1_000, pauseMaxMs: PAUSE_MS },
  });
  await tenant.learnNow('O ultrassom de abdome custa R$ 260.');
  ({ instance } = await tenant.connectNumber(harness.phone));
}, 60_000);
beforeEach(() =>
  harness.phone.fault({ target: 'openai.chat', kind: 'say', text: LONG.text, contains: QUESTION }),
);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

interface Chat {
  number: string;
  conversationId: string;
}
interface Line {
  seq: number;
  author: string;
  text: string;
  payload: { to?: string } | null;
}

async function ask(text = QUESTION): Promise<Chat> {
  const number = Phone.number();
  await harness.phone.write(instance, number, text);
  const conversationId = await eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    if (found === undefined) throw new Error('not there yet');
    return found.id as string;
  });
  return { number, conversationId };
}

const lines = ({ conversationId }: Chat) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, async (tx) => {
    const rows = await tx.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } });
    return rows.map((row): Line => ({
      seq: Number(row.seq),
      author: row.author,
      text: row.text,
      payload: row.payload as Line['payload'],
    }));
  });
const saidByAi = async (chat: Chat) => (await lines(chat)).filter(({ author }) => author === 'ai');
/** Nothing of the AI is left to be said: all of it was sent or dropped. */
const settled = ({ conversationId }: Chat) =>
  eventually(async () => {
    const open = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.outboxBalloon.count({
        where: { conversationId, status: { in: ['pending', 'sending', 'uncertain'] } },
      }),
    );
    expect(open).toBe(0);
  });

const takeOver = ({ conversationId }: Chat) =>
  tenant.post(`/api/v1/conversations/${conversationId}/take-over`);
const reply = ({ conversationId }: Chat) =>
  tenant.post(`/api/v1/conversations/${conversationId}/messages`, { text: 'Oi, aqui é a Bia.' });
const writeOnPhone = (chat: Chat) => harness.phone.writeAsOwner(instance, chat.number, 'Oi, aqui é a Bia.');

/** A person is in charge from this place in the timeline on. */
async function takenAt(chat: Chat): Promise<number> {
  return eventually(async () => {
    const taken = (await lines(chat)).find(
      ({ author, payload }) => author === 'human' || payload?.to === 'HUMANO_RESPONDEU',
    );
    if (taken === undefined) throw new Error('nobody has taken over yet');
    return taken.seq;
  });
}

describe('one voice (F4, N2): no message of the AI starts after a take-over was accepted', () => {
  // The places of the timeline are given under the conversation's lock, by a claim as by a take-over.
  it.each([
    ['from the dashboard', takeOver],
    ["by a person's words in the dashboard", reply],
    ['by a person who writes on the paired phone', writeOnPhone],
  ])('%s, whenever it comes', async (_how, take) => {
    const chats = await Promise.all(Array.from({ length: 8 }, () => ask()));
    await Promise.all(
      chats.map(async (chat, index) => {
        // One while the model thinks, others in the pauses and between claim and send.
        if (index > 0) await eventually(async () => expect((await saidByAi(chat)).length).toBeGreaterThan(0));
        await new Promise((resolve) => setTimeout(resolve, index * 0.4 * PAUSE_MS));
        await take(chat);
        const seq = await takenAt(chat);
        await settled(chat);
        const late = (await saidByAi(chat)).filter((line) => line.seq > seq);
        expect(late).toEqual([]);
      }),
    );
    const counts = await Promise.all(chats.map(async (chat) => (await saidByAi(chat)).length));
    // It did come in the middle of answers.
    expect(counts.some((count) => count > 0 && count < LONG.balloons.length)).toBe(true);
    for (const chat of chats) {
      const received = await harness.phone.received(instance, chat.number);
      const ofAi = received.filter((text) => text.startsWith('Parte'));
      expect(ofAi).toEqual(LONG.balloons.slice(0, ofAi.length));
    }
  });

  it('nor a notice: a person who comes while it is typed is not talked over', async () => {
    await tenant.configure({ pace: { pauseMaxMs: 3_000, charactersPerSecond: 10 } });
    const chat = await ask('Vocês fazem tatuagem?');
    await eventually(async () => {
      const [found] = await tenant.conversations(`?q=${chat.number}`);
      expect(found.state).toBe('AGUARDANDO_HUMANO');
    });
    expect((await takeOver(chat)).status).toBe(200);
    await settled(chat);
    await tenant.configure({ pace: { pauseMaxMs: PAUSE_MS, charactersPerSecond: 1_000 } });
    expect(await saidByAi(chat)).toEqual([]);
    expect(await harness.phone.received(instance, chat.number)).toEqual([]);
  });

  it('returns really: what was left unsaid stays unsaid, and the next question is answered (F6)', async () => {
    const chat = await ask();
    await eventually(async () => expect((await saidByAi(chat)).length).toBeGreaterThan(0));
    await takeOver(chat);
    const said = (await saidByAi(chat)).length;
    const answer = await tenant.post(`/api/v1/conversations/${chat.conversationId}/return-to-ai`, {
      answerPending: false,
    });
    expect(answer.status).toBe(200);
    await settled(chat);
    expect(await saidByAi(chat)).toHaveLength(said);
    await harness.phone.heal();
    await harness.phone.write(instance, chat.number, 'O ultrassom de abdome custa quanto mesmo?');
    await eventually(async () => expect((await saidByAi(chat)).at(-1)?.text).toMatch(/R\$ 260/));
  });

  it("takes an echo for what it is by its id: the AI's own words typed by a person are a person's", async () => {
    const chat = await ask();
    await eventually(async () => expect(await saidByAi(chat)).toHaveLength(LONG.balloons.length));
    await settled(chat);
    expect((await lines(chat)).some(({ author }) => author === 'human')).toBe(false);
    await harness.phone.writeAsOwner(instance, chat.number, LONG.balloons[0] ?? '');
    await takenAt(chat);
  });
});

describe('each balloon once (F3, F18, N1)', () => {
  it.each([0, 1, 2, 3, 4])('balloon %i leaves, and its answer is lost', async (index) => {
    await harness.phone.fault({
      target: 'evolution.sendText',
      kind: 'acceptThenTimeout',
      contains: LONG.balloons[index]?.slice(0, 8) ?? '',
      times: 1,
    });
    const chat = await ask();
    await eventually(async () => expect(await saidByAi(chat)).toHaveLength(LONG.balloons.length));
    await settled(chat);
    expect(await harness.phone.received(instance, chat.number)).toEqual(LONG.balloons);
  });

  it.each([0, 2, 4])('balloon %i does not leave at first', async (index) => {
    await harness.phone.fault({
      target: 'evolution.sendText',
      kind: 'reset',
      contains: LONG.balloons[index]?.slice(0, 8) ?? '',
      times: 1,
    });
    const chat = await ask();
    await eventually(async () => expect(await saidByAi(chat)).toHaveLength(LONG.balloons.length));
    await settled(chat);
    expect(await harness.phone.received(instance, chat.number)).toEqual(LONG.balloons);
  });
});

describe('a customer who types (F7)', () => {
  const signalsOf = async ({ conversationId }: Chat) => {
    const { Client } = await import('@temporalio/client');
    const { connectTemporal } = await import('../../temporal/connection');
    const connection = await connectTemporal(harness.env);
    try {
      const client = new Client({ connection, namespace: harness.env.temporal.namespace });
      const handle = client.workflow.getHandle(`conversation:${tenant.ctx.tenantId}:${conversationId}`);
      const { events } = await handle.fetchHistory();
      return (events ?? []).flatMap(
        ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName ?? [],
      );
    } finally {
      await connection.close();
    }
  };

  it('is answered once they have stopped, to all they wrote', async () => {
    await tenant.configure({ timing: { debounceMs: 400, debounceMaxMs: 800 } });
    await harness.phone.heal();
    const chat = await ask('Bom dia, uma pergunta.');
    await harness.phone.typing(instance, chat.number, 5_000, 'recording');
    await eventually(async () => expect(await signalsOf(chat)).toContain('customerTyping'));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await harness.phone.write(instance, chat.number, 'O ultrassom de abdome custa quanto?');
    await eventually(async () => expect(await saidByAi(chat)).toHaveLength(1));
    const order = (await lines(chat)).map(({ author }) => author);
    expect(order.slice(0, 3)).toEqual(['customer', 'customer', 'ai']);
    await tenant.configure({ timing: { debounceMs: 0 } });
  });

  it('costs nothing when nobody waits for an answer: no row, no signal', async () => {
    await harness.phone.heal();
    const chat = await ask('O ultrassom de abdome custa quanto?');
    await eventually(async () => expect(await saidByAi(chat)).toHaveLength(1));
    await settled(chat);
    const before = await lines(chat);
    for (let time = 0; time < 5; time += 1) await harness.phone.typing(instance, chat.number, 5_000);
    await eventually(async () => {
      const events = (await harness.phone.journal('webhook')) as unknown as {
        event: string;
        state: string;
      }[];
      expect(
        events.filter(({ event }) => event === 'presence.update').every(({ state }) => state === 'delivered'),
      ).toBe(true);
    });
    expect(await signalsOf(chat)).not.toContain('customerTyping');
    expect(await lines(chat)).toEqual(before);
  });
});
