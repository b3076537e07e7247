import { flowRunId } from '../../domain/flow/run-id';
import type { Prisma } from '../../prisma/generated/client';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { publishTrigger } from '../../tests/support/published-flow';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

const QUESTION = 'Quanto custa o ultrassom de abdome?';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;

beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
beforeEach(async () => {
  tenant = await harness.tenant();
  await tenant.configure({ messages: { greeting: '' }, timing: { debounceMs: 0 } });
  await tenant.learnNow('O ultrassom de abdome custa R$ 260.');
  ({ instance, channelId } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const inTenant = <T>(work: Parameters<typeof harness.deps.db.withTenant<T>>[1]) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, work);

const publish = (settings: Prisma.InputJsonObject, priority = 50) =>
  publishTrigger(tenant, 'message_received', { channels: [channelId], ...settings }).then(async (flow) => {
    await inTenant((tx) =>
      tx.flowTrigger.updateMany({ where: { flowId: flow.flowId }, data: { priority: 100 - priority } }),
    );
    return flow;
  });
const keyword = (...words: string[]) => ({ filter: { by: 'keyword', match: 'contains', words } });
const runs = () => inTenant((tx) => tx.flowRun.findMany({ orderBy: { startedAt: 'asc' } }));
const turns = () => inTenant((tx) => tx.turn.count());
const answered = () =>
  eventually(async () => {
    const open = await inTenant((tx) => tx.conversation.findMany());
    expect(open.length).toBeGreaterThan(0);
    for (const { inboundSeq, answeredSeq } of open) expect(answeredSeq).toBe(inboundSeq);
  });
const write = (text: string, number = Phone.number()) => harness.phone.write(instance, number, text);

describe('a customer’s message begins a flow (S2.46)', () => {
  it('once, with what was said; the AI does not answer it', async () => {
    const { flowId, versionId } = await publish(keyword('agendar'));
    await write('Queria AGENDAR um exame');
    await answered();
    const [run, ...others] = await runs();
    expect(others).toEqual([]);
    const message = await inTenant((tx) => tx.message.findFirstOrThrow({ where: { author: 'customer' } }));
    const { id: runId, ...rest } = run ?? { id: '' };
    expect(runId).toBe(flowRunId(tenant.ctx.tenantId, flowId, `message:${message.id}`));
    expect(rest).toMatchObject({
      versionId,
      triggerKind: 'message_received',
      triggerNode: 'start',
      conversationId: message.conversationId,
      payload: { texto: 'Queria AGENDAR um exame', midia: null, intencao: null },
    });
    expect(await turns()).toBe(0);
  });

  it('is answered by the AI when no flow wants it', async () => {
    await publish(keyword('agendar'));
    const number = Phone.number();
    await write(QUESTION, number);
    await eventually(async () =>
      expect(await harness.phone.received(instance, number)).toEqual([expect.stringMatching(/R\$ 260/)]),
    );
    expect(await runs()).toEqual([]);
  });

  it('at most one, the one with the higher priority', async () => {
    const low = await publish(keyword('agendar'), 10);
    const high = await publish({}, 90);
    await write('quero agendar');
    await answered();
    const begun = (await runs()).map(({ flowId }) => flowId);
    expect(begun).toEqual([high.flowId]);
    expect(begun).not.toContain(low.flowId);
  });

  it('not while the flow is paused, nor by a version that is not the active one', async () => {
    const paused = await publish(keyword('ultrassom'));
    const old = await publish(keyword('ultrassom'));
    await inTenant(async (tx) => {
      await tx.flow.update({ where: { id: paused.flowId }, data: { status: 'paused' } });
      await tx.flow.update({ where: { id: old.flowId }, data: { published: 2 } });
    });
    const number = Phone.number();
    await write(QUESTION, number);
    await eventually(async () => expect(await harness.phone.received(instance, number)).toHaveLength(1));
    expect(await runs()).toEqual([]);
  });

  it('for a new contact only, and not again within its cooldown', async () => {
    await publish({ newContactsOnly: true }, 90);
    const often = await publish({ ...keyword('promo'), cooldownSeconds: 3600 }, 10);
    const number = Phone.number();
    await write('olá', number);
    await eventually(async () => expect(await runs()).toHaveLength(1));
    await answered();
    await write('promo', number);
    await eventually(async () => expect(await runs()).toHaveLength(2));
    await answered();
    expect((await runs())[1]?.flowId).toBe(often.flowId);
    await write('promo de novo', number);
    await eventually(async () => expect(await turns()).toBe(1));
    expect(await runs()).toHaveLength(2);
  });

  it('by what the model makes of it, asked once for all flows', async () => {
    const intent = (label: string) => ({ filter: { by: 'intent', labels: [label], threshold: 0.7 } });
    await publish(intent('reclamar'), 90);
    const wanted = await publish(intent('agendar'), 10);
    await harness.phone.fault({
      target: 'openai.chat',
      kind: 'say',
      text: '{"intencao":"agendar","confianca":0.9}',
      contains: 'Você classifica mensagens',
    });
    await write('dá pra me encaixar na quinta?');
    await eventually(async () => expect(await runs()).toHaveLength(1));
    expect((await runs())[0]).toMatchObject({ flowId: wanted.flowId, payload: { intencao: 'agendar' } });
    const [spent, ...more] = await inTenant((tx) => tx.turn.findMany());
    expect(more).toEqual([]);
    expect(spent).toMatchObject({ decision: 'intent' });
    expect(spent?.promptTokens).toBeGreaterThan(0);
  });

  it('also while the AI is silent because nobody is there', async () => {
    const flow = await publish(keyword('agendar'));
    await tenant.configure({ hours: { weekly: [], aiAnswers: false, whileClosed: 'wait' } });
    const number = Phone.number();
    await write('oi', number);
    await write('quero agendar', number);
    await eventually(async () => expect((await runs()).map(({ flowId }) => flowId)).toEqual([flow.flowId]));
  });

  it('the same run when the process died after it had begun', async () => {
    const { flowId, versionId } = await publish(keyword('agendar'));
    const other = await publish({}, 99);
    await inTenant((tx) => tx.flow.update({ where: { id: other.flowId }, data: { status: 'paused' } }));
    const number = Phone.number();
    // What a worker leaves that dies between beginning the run and answering the message.
    await tenant.configure({ timing: { debounceMs: 1_500, debounceMaxMs: 3_000 } });
    await write('quero agendar', number);
    const message = await eventually(() =>
      inTenant((tx) => tx.message.findFirstOrThrow({ where: { author: 'customer' } })),
    );
    const eventKey = `message:${message.id}`;
    const { tenantId } = tenant.ctx;
    await inTenant(async (tx) => {
      await tx.flow.update({ where: { id: other.flowId }, data: { status: 'active' } });
      await tx.flowRun.create({
        data: {
          id: flowRunId(tenantId, flowId, eventKey),
          tenantId,
          flowId,
          versionId,
          triggerKind: 'message_received',
          triggerNode: 'start',
          eventKey,
          payload: {},
          conversationId: message.conversationId,
        },
      });
    });
    await answered();
    expect((await runs()).map((run) => run.flowId)).toEqual([flowId]);
    expect(await turns()).toBe(0);
  });

  it('not in a group, nor for a colleague, nor while a person has the conversation', async () => {
    await publish({});
    const number = Phone.number();
    await write('oi', number);
    await eventually(async () => expect(await runs()).toHaveLength(1));
    await answered();
    const [found] = await tenant.conversations(`?q=${number}`);
    await tenant.post(`/api/v1/conversations/${found.id}/take-over`);
    await write('e agora?', number);
    await inTenant((tx) => tx.contact.updateMany({ data: { internal: true } }));
    await eventually(async () =>
      expect(await inTenant((tx) => tx.message.count({ where: { author: 'customer' } }))).toBe(2),
    );
    expect(await runs()).toHaveLength(1);
  });
});
