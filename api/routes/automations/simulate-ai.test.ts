import { MESSAGE, flowOf } from '../../../tests/support/flow';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

const MODEL = 'gpt-4.1-mini';
const LABELS = [
  { key: 'agendar', name: 'agendar consulta' },
  { key: 'preco', name: 'preço' },
];

let harness: Harness;
let tenant: TestTenant;
let id: string;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  id = (await tenant.post('/api/v1/automations', { name: 'Testes' })).body.id;
  const { nodes, edges } = flowOf(
    {
      t: ['message_received', MESSAGE],
      assunto: ['ai_classify', { text: '{{ gatilho.texto }}', labels: LABELS }],
      fala: ['ai_generate', { by: { model: MODEL }, prompt: 'Responda: {{ gatilho.texto }}', send: true }],
      aviso: ['http_request', { url: 'https://fora.example' }],
      z: ['end'],
    },
    ['t.out > assunto', 'assunto.label:agendar > fala', 'fala.out > aviso', 'aviso.out > z'],
  );
  await tenant.put(path(), { draft: { nodes, edges }, revision: 1 });
}, 60_000);
afterAll(() => harness.close());

const path = (more = '') => `/api/v1/automations/${id}${more}`;
const lines = () =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
    tx.flowCall.findMany({ where: { flowId: id }, orderBy: { createdAt: 'asc' } }),
  );
const calls = async () => (await harness.phone.journal('openai')).length;
const SAID = { messages: ['quero agendar uma consulta'] };
const QUESTION = {
  nodeId: 'fala',
  kind: 'ai_generate',
  settings: { by: { model: MODEL }, prompt: 'Oi', context: { history: 5, contact: true, variables: [] } },
};

/** What changed of what may cost or act: calls of the model, and lines on the account. */
async function done(act: () => Promise<unknown>): Promise<{ asked: number; noted: number }> {
  const before = [await calls(), (await lines()).length] as const;
  await act();
  return { asked: (await calls()) - before[0], noted: (await lines()).length - before[1] };
}

describe('the AI of a trial', () => {
  it('is canned unless it is told otherwise: nobody is asked and nothing noted', async () => {
    const trial = async (more: object) => {
      const { body } = await tenant.post(path('/simulate'), { ...SAID, ...more });
      expect([body.status, body.chat.at(-1).text]).toEqual(['ended', '[resposta da IA]']);
    };
    expect(await done(() => trial({}))).toEqual({ asked: 0, noted: 0 });
    expect(await done(() => trial({ ai: 'canned' }))).toEqual({ asked: 0, noted: 0 });
  });

  it('is asked when it is real, goes where it says, and is on the account; nothing else is real', async () => {
    const used = await done(async () => {
      const { body } = await tenant.post(path('/simulate'), { ...SAID, ai: 'real' });
      expect(body.status).toBe('ended');
      expect(body.steps[1]).toMatchObject({ nodeId: 'assunto', handle: 'label:agendar' });
      expect(JSON.stringify(body.chat)).not.toContain('[resposta da IA]');
      // As canned as ever.
      expect(body.steps[3]).toMatchObject({ nodeId: 'aviso', output: { status: 200, corpo: {} } });
    });
    expect(used).toEqual({ asked: 2, noted: 2 });
    const noted = await lines();
    expect(noted.slice(-2)).toMatchObject([
      { kind: 'ai_classify', nodeId: 'assunto', runId: null, outcome: {} },
      { kind: 'ai_generate', nodeId: 'fala', runId: null, model: MODEL },
    ]);
    expect(noted.every(({ promptTokens, completionTokens }) => promptTokens * completionTokens > 0)).toBe(
      true,
    );
    const left = await harness.deps.db.withTenant(tenant.ctx.tenantId, async (tx) => [
      await tx.flowRun.count(),
      await tx.message.count(),
      await tx.outboxBalloon.count(),
    ]);
    expect(left).toEqual([0, 0, 0]);
  });

  it('is asked for one block alone, and for one that only the editor knows yet', async () => {
    const node = { id: 'assunto', sees: { gatilho: { texto: 'qual o preço?' } } };
    const alone = await done(async () => {
      const { body } = await tenant.post(path('/simulate'), { node, ai: 'real' });
      expect(body.steps).toMatchObject([{ nodeId: 'assunto', handle: 'label:preco', status: 'done' }]);
    });
    expect(alone).toEqual({ asked: 1, noted: 1 });
    const single = await done(async () => {
      const said = [{ from: 'customer', text: 'Bom dia' }];
      const contact = { nome: 'Carla' };
      const { status, body } = await tenant.post(path('/simulate/ask'), { ...QUESTION, said, contact });
      expect([status, body]).toMatchObject([200, { handle: 'out', output: { texto: /./ }, error: null }]);
    });
    expect(single).toEqual({ asked: 1, noted: 1 });
    const [last] = await harness.phone.journal('openai');
    expect(JSON.stringify(last?.body)).toMatch(/Carla.*Bom dia.*Oi/);
  });

  it('that has no credit, or is not there, is an outcome', async () => {
    const no = { message: 'no credit', type: 'insufficient_quota', code: 'insufficient_quota' };
    const fault = { target: 'openai.chat', kind: 'status', times: 1, status: 429, body: { error: no } };
    await harness.phone.fault(fault);
    expect((await tenant.post(path('/simulate/ask'), QUESTION)).body).toMatchObject({ handle: 'quota' });
    await harness.phone.fault({ ...fault, times: 9, status: 503, body: {} });
    expect((await tenant.post(path('/simulate/ask'), QUESTION)).body).toMatchObject({
      handle: null,
      error: { type: 'provider_unavailable' },
    });
    await harness.phone.heal();
  });

  it('is for managers, and for the own automations', async () => {
    const ana = await tenant.colleague('Ana');
    const other = await harness.tenant();
    const refused = async (who: TestTenant) => [
      (await who.post(path('/simulate'), { ...SAID, ai: 'real' })).status,
      (await who.post(path('/simulate/ask'), QUESTION)).status,
    ];
    expect(
      await done(async () => {
        expect(await refused(ana)).toEqual([403, 403]);
        expect(await refused(other)).toEqual([404, 404]);
      }),
    ).toEqual({ asked: 0, noted: 0 });
    expect((await ana.post(path('/simulate'), SAID)).status).toBe(200);
  });

  it.each([
    ['another kind', { kind: 'http_request' }],
    ['settings of another kind', { kind: 'ai_extract' }],
    ['too long an answer', { settings: { ...QUESTION.settings, maxTokens: 100_000 } }],
    ['words of nobody', { said: [{ from: 'bot', text: 'x' }] }],
  ])('%s is refused, and nobody is asked', async (_what, wrong) => {
    const asking = async () => {
      const { status, body } = await tenant.post(path('/simulate/ask'), { ...QUESTION, ...wrong });
      expect([status, body.code]).toEqual([400, 'validation_failed']);
    };
    expect(await done(asking)).toEqual({ asked: 0, noted: 0 });
  });

  it('with an agent or a document that is no id does without', async () => {
    const settings = { by: { agentId: 'nenhum' }, prompt: 'Oi' };
    expect((await tenant.post(path('/simulate/ask'), { ...QUESTION, settings })).body.handle).toBe('out');
    const rag = { kind: 'rag_answer', settings: { knowledgeIds: ['nenhum'], question: 'Quanto custa?' } };
    expect((await tenant.post(path('/simulate/ask'), { ...QUESTION, ...rag })).body).toMatchObject({
      handle: 'not_confident',
      output: { fontes: [] },
    });
  });

  it('of a suspended account is not asked, and neither is one that was asked too often', async () => {
    const poor = await harness.tenant();
    const theirs = (await poor.post('/api/v1/automations', { name: 'Testes' })).body.id;
    const ask = () => poor.post(`/api/v1/automations/${theirs}/simulate/ask`, QUESTION);
    const { tenantId } = poor.ctx;
    const bill = (billingStatus: string) =>
      harness.deps.db.withTenant(tenantId, (tx) =>
        tx.tenant.update({ where: { id: tenantId }, data: { billingStatus } }),
      );
    await bill('cancelled');
    expect((await ask()).body.code).toBe('tenant_inactive');
    await bill('active');
    let last = await ask();
    for (let times = 1; times < 61; times += 1) last = await ask();
    expect([last.status, last.body.code]).toEqual([429, 'too_many_attempts']);
    expect(last.headers.get('retry-after')).not.toBeNull();
  });
});
