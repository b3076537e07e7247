import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
let instance: string;

beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
  await tenant.configure({ timing: { debounceMs: 0 }, messages: { greeting: '' } });
  await tenant.learn('A consulta custa R$ 220.');
  ({ instance } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterAll(() => harness.close());

const conversationOf = (number: string) =>
  eventually(async () => {
    const [found] = await tenant.conversations(`?q=${number}`);
    expect(found).toBeDefined();
    return found;
  });
const received = (number: string) => harness.phone.received(instance, number);

interface SentPrompt {
  messages: { role: string; content: string }[];
}

describe('one timeline (F25, N10)', () => {
  it('is what the model reads: people, hand-overs and returns in their order', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Vocês aceitam o convênio Zeta?');
    const { id } = await eventually(async () => {
      const found = await conversationOf(number);
      expect(found.state).toBe('AGUARDANDO_HUMANO');
      return found;
    });
    await tenant.post(`/api/v1/conversations/${id}/messages`, { text: 'Aceitamos o Zeta, sim' });
    await eventually(async () => expect(await received(number)).toContain('Aceitamos o Zeta, sim'));
    await tenant.post(`/api/v1/conversations/${id}/return-to-ai`, { answerPending: false });
    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    await eventually(async () => expect((await received(number)).at(-1)).toBe('A consulta custa R$ 220.'));

    const calls = (await harness.phone.journal('openai')) as unknown as {
      seq: number;
      path: string;
      body: SentPrompt;
    }[];
    const newest = calls
      .filter(({ path }) => path.includes('chat'))
      .sort((a, b) => a.seq - b.seq)
      .at(-1);
    const prompt = newest?.body.messages ?? [];
    const told = prompt.slice(1).map(({ content }) => content);
    const order = [
      'Vocês aceitam o convênio Zeta?',
      '[acontecimento] A IA passou a conversa para a equipe.',
      '[mensagem de uma pessoa da equipe] Aceitamos o Zeta, sim',
      '[acontecimento] Uma pessoa da equipe devolveu a conversa para a IA.',
      'Quanto custa a consulta?',
    ];
    expect(told.filter((line) => order.includes(line))).toEqual(order);
  });

  it('tells the model of reactions', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    const { id } = await conversationOf(number);
    await eventually(async () => expect(await received(number)).toHaveLength(1));
    const [, bubble] = await harness.phone.chat(instance, number);
    await harness.phone.write(instance, number, { reaction: { id: bubble?.id ?? '', emoji: '👍' } });
    await eventually(async () => {
      const [, answer] = await tenant.timeline(id);
      expect(answer.payload).toMatchObject({ customerReaction: '👍' });
    });
    await harness.phone.write(instance, number, 'Obrigada');
    await eventually(async () => expect(await received(number)).toHaveLength(2));
    const last = (await tenant.timeline(id)).at(-1);
    const turn = await tenant.get(`/api/v1/conversations/${id}/turns/${last.turnId}`);
    const prompt = turn.body.trace.prompt.map(({ content }: { content: string }) => content);
    expect(prompt).toContain('A consulta custa R$ 220. [o cliente reagiu com 👍]');
  });

  it('says of every message to the customer why it was sent', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    await eventually(async () => expect(await received(number)).toHaveLength(1));
    await harness.phone.write(instance, number, 'Quero falar com uma pessoa');
    await eventually(async () => expect(await received(number)).toHaveLength(2));
    const { id } = await conversationOf(number);
    await tenant.post(`/api/v1/conversations/${id}/messages`, { text: 'Já te ajudo' });
    await harness.phone.writeAsOwner(instance, number, 'Pelo celular');
    await eventually(async () => expect((await tenant.timeline(id)).at(-1).text).toBe('Pelo celular'));
    const timeline = await tenant.timeline(id);
    const ours = timeline.filter(({ author }) => author === 'ai' || author === 'human');
    expect(ours.map(({ cause }) => cause)).toEqual([
      { type: 'turn', turnId: ours[0].turnId },
      { type: 'notice', notice: 'fallback', rule: 'handed_over', setting: 'messages.fallback' },
      { type: 'person', via: 'dashboard', by: null },
      { type: 'person', via: 'phone', by: null },
    ]);
    const others = timeline.filter(({ author }) => author === 'customer' || author === 'system');
    for (const { cause } of others) expect(cause).toBeNull();
  });

  it('names what the provider said of a message that did not leave', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Oi');
    await eventually(async () => expect(await received(number)).toHaveLength(1));
    await harness.phone.notOnWhatsApp(number);
    const { id } = await conversationOf(number);
    await tenant.post(`/api/v1/conversations/${id}/messages`, { text: 'Alô?' });
    await eventually(async () => {
      const last = (await tenant.timeline(id)).findLast(({ author }) => author === 'human');
      expect(last).toMatchObject({ status: 'failed', problem: expect.any(String) });
    });
  });
});
