import { newId } from '../../../config/new-id';
import { getFlow } from '../../../services/flow/get-flow';
import { SAY, flowOf } from '../../../tests/support/flow';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
let ana: TestTenant;
let channelId: string;
/** What the engine was asked, instead of a worker that would do it. */
let told: { verb: string; runId: string; versionId?: string }[];

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  const { workflows } = harness.deps;
  workflows.cancelFlowRun = ({ runId }) => Promise.resolve(void told.push({ verb: 'cancel', runId }));
  workflows.moveFlowRun = ({ runId }, { versionId }) =>
    Promise.resolve(void told.push({ verb: 'move', runId, versionId }));
  tenant = await harness.tenant();
  ana = await tenant.colleague('Ana');
  ({ channelId } = await tenant.connectNumber(harness.phone));
}, 60_000);
beforeEach(() => {
  told = [];
});
afterAll(() => harness.close());

const path = (id: string, more = '') => `/api/v1/automations/${id}${more}`;
const drawing = (kind: string, settings: object, handles: string[]) => {
  const { nodes, edges } = flowOf(
    {
      t: ['message_received', { channels: [channelId] }],
      w: [kind, settings as Record<string, unknown>],
      a: ['send_text', SAY('depois')],
      z: ['end'],
    },
    ['t.out > w', ...handles.map((handle) => `w.${handle} > a`), 'a.out > z'],
  );
  return { nodes, edges };
};
const WAITING = () => drawing('wait', { for: { by: 'duration', seconds: 3600 } }, ['out']);

async function publish(id: string, draft: object, revision: number, more: object = {}) {
  const saved = await tenant.put(path(id), { draft, revision });
  const answer = await tenant.post(path(id, '/publish'), more);
  if (answer.status !== 200) throw new Error(JSON.stringify([saved.body, answer.body]));
  return answer.body;
}
async function flow(): Promise<string> {
  const { id } = (await tenant.post('/api/v1/automations', { name: 'Fluxo' })).body;
  await publish(id, WAITING(), 1);
  return id;
}
const start = async (id: string) =>
  (await tenant.post(path(id, '/runs'), { payload: { n: 1 } })).body.runId as string;
const run = async (id: string, who = tenant) => (await who.get(`/api/v1/automations/runs/${id}`)).body;
const parked = (id: string, node: string, kind: string, data: object = {}) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
    tx.flowRun.update({
      where: { id },
      data: {
        status: 'waiting',
        standing: [
          { node, kind, effect: 'e1', since: '2026-11-20T10:00:00Z', until: '2026-11-20T11:00:00Z' },
        ],
        ...data,
      },
    }),
  );
const over = (id: string, status: string, failure?: object) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
    tx.flowRun.update({ where: { id }, data: { status, endedAt: new Date(), ...(failure && { failure }) } }),
  );

describe('a run by hand', () => {
  it('begins on the published version, and with a key once', async () => {
    const { id } = (await tenant.post('/api/v1/automations', { name: 'Nova' })).body;
    const early = await tenant.post(path(id, '/runs'), { payload: {} });
    expect([early.status, early.body.code]).toEqual([409, 'not_published']);
    await publish(id, WAITING(), 1);
    const key = { 'idempotency-key': 'k1' };
    const first = await tenant.post(path(id, '/runs'), { payload: { n: 1 } }, key);
    const again = await tenant.post(path(id, '/runs'), { payload: { n: 1 } }, key);
    expect([first.status, first.body.began, again.body]).toEqual([
      201,
      true,
      { runId: first.body.runId, began: false },
    ]);
    expect(await run(first.body.runId)).toMatchObject({
      flowId: id,
      status: 'queued',
      version: 1,
      trigger: { kind: 'manual', node: 't' },
      payload: { n: 1 },
      nodes: {},
      trace: [],
    });
    await tenant.post(path(id, '/pause'));
    expect((await tenant.post(path(id, '/runs'), {})).body.code).toBe('flow_paused');
    expect((await ana.post(path(id, '/runs'), {})).status).toBe(403);
  });

  it('is about a contact of this tenant, or nobody', async () => {
    const id = await flow();
    const { tenantId } = tenant.ctx;
    const contact = await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.contact.create({ data: { tenantId, name: 'Zé' } }),
    );
    const made = await tenant.post(path(id, '/runs'), { contactId: contact.id });
    expect((await run(made.body.runId)).contact).toEqual({ id: contact.id, name: 'Zé' });
    expect((await tenant.post(path(id, '/runs'), { contactId: newId() })).status).toBe(404);
    expect((await tenant.post(path(id, '/runs'), { trigger: 'a' })).status).toBe(400);
  });
});

describe('runs', () => {
  it('are listed and filtered', async () => {
    const id = await flow();
    const [one, two] = [await start(id), await start(id)];
    await over(one, 'failed', { type: 'timeout', message: 'x', node: 'w' });
    const list = async (query: string) =>
      (await tenant.get(path(id, `/runs?${query}`))).body.items.map((item: { id: string }) => item.id);
    expect(await list('')).toEqual([two, one]);
    expect(await list('status=failed&version=1')).toEqual([one]);
    expect(await list('version=2')).toEqual([]);
    expect(await list('since=2999-01-01T00:00:00Z')).toEqual([]);
    expect(await list('until=2999-01-01T00:00:00Z')).toHaveLength(2);
    const { body } = await tenant.get(path(id, '/runs?limit=1'));
    expect(await list(`limit=1&cursor=${body.nextCursor}`)).toEqual([one]);
    expect((await tenant.get(path(id, '/failures'))).body.items).toMatchObject([
      { type: 'timeout', nodeId: 'w', count: 1, lastRunId: one },
    ]);
  });

  it('show what stands at each node, and to attendants not what went through', async () => {
    const id = await flow();
    const runId = await start(id);
    const { tenantId } = tenant.ctx;
    await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.flowRunStep.createMany({
        data: [1, 2].map((seq) => ({
          tenantId,
          runId,
          seq,
          nodeId: 'a',
          kind: 'send_text',
          status: seq === 1 ? 'done' : 'failed',
          handle: seq === 1 ? 'out' : 'error',
          input: { messages: ['segredo'] },
          output: { idMensagem: '1' },
          ...(seq === 2 && { error: { type: 'timeout', message: 'segredo' } }),
          startedAt: new Date(),
        })),
      }),
    );
    await parked(runId, 'w', 'wait');
    const seen = await run(runId);
    expect(seen.nodes).toMatchObject({
      a: { status: 'failed', visits: 2, handle: 'error', error: { type: 'timeout', message: 'segredo' } },
      w: { status: 'waiting', until: '2026-11-20T11:00:00.000Z' },
    });
    expect(seen.trace[0]).toMatchObject({ input: { messages: ['segredo'] } });
    const redacted = await run(runId, ana);
    expect(redacted).toMatchObject({
      redacted: true,
      payload: null,
      trace: [{ input: null, output: null }, {}],
    });
    expect(JSON.stringify(redacted)).not.toMatch('segredo');
  });

  it('are cancelled while they are under way, and repeated when they are over', async () => {
    const id = await flow();
    const runId = await start(id);
    const early = await tenant.post(`/api/v1/automations/runs/${runId}/retry`, {});
    expect([early.status, early.body.code]).toEqual([409, 'run_not_over']);
    expect((await tenant.post(`/api/v1/automations/runs/${runId}/cancel`)).status).toBe(202);
    expect(told).toEqual([{ verb: 'cancel', runId }]);
    await over(runId, 'cancelled');
    await tenant.post(`/api/v1/automations/runs/${runId}/cancel`);
    expect(told).toHaveLength(1);
    await publish(id, drawing('wait', { for: { by: 'duration', seconds: 9 } }, ['out']), 2);
    const same = await tenant.post(`/api/v1/automations/runs/${runId}/retry`, {});
    expect(await run(same.body.runId)).toMatchObject({ retryOfId: runId, version: 2, payload: { n: 1 } });
    const edited = await tenant.post(`/api/v1/automations/runs/${runId}/retry`, { payload: { n: 2 } });
    expect((await run(edited.body.runId)).payload).toEqual({ n: 2 });
  });

  it('of an automation that is removed forbid it, or are cancelled', async () => {
    const id = await flow();
    const runId = await start(id);
    const refused = await tenant.delete(path(id));
    expect([refused.status, refused.body.code, refused.body.current]).toEqual([
      409,
      'runs_in_flight',
      { runs: 1 },
    ]);
    expect((await tenant.delete(path(id, '?force=true'))).status).toBe(204);
    expect(told).toEqual([{ verb: 'cancel', runId }]);
    expect((await tenant.get(path(id))).status).toBe(404);
  });
});

describe('samples of the last run', () => {
  const samples = async (id: string, who = tenant) => (await who.get(path(id, '/samples'))).body.run;

  it('are what it was given and what each node gave last, of a bounded size', async () => {
    const id = await flow();
    expect(await samples(id)).toBeNull();
    await start(id);
    const runId = await start(id);
    const gave = (seq: number, nodeId: string, output: object | null) => ({
      tenantId: tenant.ctx.tenantId,
      runId,
      seq,
      nodeId,
      kind: 'transform',
      status: 'done',
      startedAt: new Date(),
      ...(output !== null && { output }),
    });
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, 'y'.repeat(900)]));
    await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.flowRunStep.createMany({
        data: [
          gave(1, 'a', { texto: 'antes' }),
          gave(2, 'a', { texto: 'depois' }),
          gave(3, 'a', null),
          gave(4, 'longo', { texto: 'x'.repeat(3000), lista: Array.from({ length: 400 }, (_, n) => n) }),
          ...[5, 6, 7, 8].map((seq) => gave(seq, `largo_${seq}`, wide)),
        ],
      }),
    );
    const found = await samples(id);
    expect(found).toMatchObject({ runId, contactName: null, payload: { n: 1 }, redacted: false });
    expect(found.blocks.a).toEqual({ texto: 'depois' });
    expect([found.blocks.longo.texto.length, found.blocks.longo.lista.length]).toEqual([501, 20]);
    // Two of the wide ones are beyond the limit, the earliest.
    expect(Object.keys(found.blocks).sort()).toEqual(['a', 'largo_7', 'largo_8', 'longo']);
    expect(JSON.stringify(found).length).toBeLessThan(66_000);
  });

  it('are hidden from attendants, and from another tenant', async () => {
    const id = await flow();
    const runId = await start(id);
    expect(await samples(id, ana)).toEqual({
      runId,
      contactName: null,
      payload: null,
      blocks: {},
      redacted: true,
    });
    expect((await (await harness.tenant()).get(path(id, '/samples'))).status).toBe(404);
  });
});

describe('runs of all automations', () => {
  const ALL = '/api/v1/automations/runs';
  const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

  it('are one list: by automation, status, contact and period, page after page', async () => {
    const firm = await harness.tenant();
    const [orders, visits] = [await published(firm, 'Pedidos'), await published(firm, 'Visitas')];
    const bia = await firm.options.deps.db.withTenant(firm.ctx.tenantId, (tx) =>
      tx.contact.create({ data: { tenantId: firm.ctx.tenantId, name: 'Bia' } }),
    );
    const begin = async (flowId: string, body: object = {}) =>
      (await firm.post(path(flowId, '/runs'), body)).body.runId as string;
    const [one, two, three] = [
      await begin(orders),
      await begin(visits, { contactId: bia.id }),
      await begin(orders),
    ];
    await firm.options.deps.db.withTenant(firm.ctx.tenantId, (tx) =>
      tx.flowRun.update({ where: { id: one }, data: { status: 'failed', endedAt: new Date() } }),
    );

    const all = await firm.get(ALL);
    expect(ids(all)).toEqual([three, two, one]);
    expect(all.body.items[1]).toMatchObject({
      flow: { id: visits, name: 'Visitas' },
      contact: { id: bia.id, name: 'Bia' },
      status: 'queued',
      version: 1,
    });
    const list = async (query: string) => ids(await firm.get(`${ALL}?${query}`));
    const merged = await firm.options.deps.db.withTenant(firm.ctx.tenantId, (tx) =>
      tx.contact.create({ data: { tenantId: firm.ctx.tenantId, name: 'Bia de hoje' } }),
    );
    expect(await list(`contactId=${merged.id}`)).toEqual([]);
    await firm.options.deps.db.withTenant(firm.ctx.tenantId, (tx) =>
      tx.contact.update({ where: { id: bia.id }, data: { mergedIntoId: merged.id } }),
    );
    // What happened to whom she was before happened to her.
    expect(await list(`contactId=${merged.id}`)).toEqual([two]);
    expect(await list(`flowId=${orders}`)).toEqual([three, one]);
    expect(await list(`flowId=${orders}&status=failed`)).toEqual([one]);
    expect(await list(`contactId=${bia.id}`)).toEqual([two]);
    expect(await list('since=2999-01-01T00:00:00Z')).toEqual([]);
    expect(await list('until=2999-01-01T00:00:00Z')).toHaveLength(3);

    const first = await firm.get(`${ALL}?limit=2`);
    const second = await firm.get(`${ALL}?limit=2&cursor=${first.body.nextCursor}`);
    expect([ids(first), ids(second), second.body.nextCursor]).toEqual([[three, two], [one], null]);
    expect(ids(await (await firm.colleague('Rita')).get(ALL))).toHaveLength(3);

    for (const wrong of ['flowId=1', 'contactId=x', 'status=done', 'since=ontem', 'limit=0', 'cursor=x']) {
      const refused = await firm.get(`${ALL}?${wrong}`);
      expect([wrong, refused.status, refused.body.errors?.[0]?.path]).toEqual([
        wrong,
        400,
        wrong.split('=')[0],
      ]);
    }

    const stranger = await harness.tenant();
    expect(ids(await stranger.get(ALL))).toEqual([]);
    expect(ids(await stranger.get(`${ALL}?flowId=${orders}&contactId=${bia.id}`))).toEqual([]);
  });

  async function published(who: TestTenant, name: string): Promise<string> {
    const { id } = (await who.post('/api/v1/automations', { name })).body;
    const { nodes, edges } = flowOf({ t: ['contact_created'], z: ['end'] }, ['t.out > z']);
    await who.put(path(id), { draft: { nodes, edges }, revision: 1 });
    expect((await who.post(path(id, '/publish'), {})).status).toBe(200);
    return id as string;
  }
});

describe('runs under way when a new version comes (F14)', () => {
  it('stay by themselves; move where they stand at the same node; or end', async () => {
    const id = await flow();
    const [stands, walks, elsewhere] = [await start(id), await start(id), await start(id)];
    await parked(stands, 'w', 'wait');
    await parked(elsewhere, 'gone', 'wait');
    const changed = { for: { by: 'duration', seconds: 7200 } };
    const kept = await publish(id, drawing('wait', changed, ['out']), 2);
    expect([kept.version, kept.runsInFlight, kept.moved, told]).toEqual([2, 3, 0, []]);
    const moved = await tenant.post(path(id, '/runs/move'));
    expect(moved.body).toEqual({ moved: 1, kept: 2 });
    expect(told).toMatchObject([{ verb: 'move', runId: stands }]);
    expect((await run(walks)).status).toBe('queued');
    // The node is of another kind now: nobody who stands there can go on by it.
    told = [];
    const reply = drawing('wait_reply', { timeoutSeconds: 60 }, ['replied', 'timed_out']);
    expect(await publish(id, reply, 3, { runs: 'move' })).toMatchObject({ version: 3, moved: 0 });
    expect(told).toEqual([]);
    expect(await publish(id, WAITING(), 4, { runs: 'cancel' })).toMatchObject({ version: 4, cancelled: 3 });
    expect(told.map(({ verb }) => verb)).toEqual(['cancel', 'cancel', 'cancel']);
  });

  it('are counted at each node, by version', async () => {
    const id = await flow();
    const standing = [await start(id), await start(id), await start(id)];
    for (const [index, node] of ['w', 'w', 'a'].entries()) await parked(standing[index] ?? '', node, 'wait');
    const at = async (node: string) => (await tenant.get(path(id, `/runs?node=${node}`))).body.items;
    expect(await at('w')).toMatchObject([{ id: standing[1] }, { id: standing[0] }]);
    expect(await at('fim')).toEqual([]);
    await start(id);
    const ended = await start(id);
    await over(ended, 'ended');
    expect((await tenant.get(path(id, '/fleet'))).body.items).toMatchObject([
      { version: 1, nodeId: 'w', runs: 2 },
      { version: 1, nodeId: 'a', runs: 1 },
      { version: 1, nodeId: null, runs: 1 },
    ]);
    expect((await tenant.get(path(id, '/versions'))).body.items[0].runs).toEqual({ open: 4, all: 5 });
    const [listed] = (await tenant.get('/api/v1/automations?limit=1')).body.items;
    expect(listed.runs).toEqual({ waiting: 3, queued: 1, ended: 1 });
  });
});

describe('the address of an inbound webhook', () => {
  it('is the same from version to version, through pauses and republishing', async () => {
    const { id } = (await tenant.post('/api/v1/automations', { name: 'Entrada' })).body;
    const key = { name: 'Loja', type: 'bearer', hosts: ['loja.example'], secret: 'x' };
    const credentialId = (await tenant.post('/api/v1/credentials', key)).body.id;
    const hook = (text: string, credential: string = credentialId) => {
      const auth = { by: 'token', credentialId: credential };
      const { nodes, edges } = flowOf(
        { h: ['inbound_webhook', { auth }], a: ['send_text', SAY(text)], z: ['end'] },
        ['h.out > a', 'a.out > z'],
      );
      return { nodes, edges };
    };
    const address = async () => (await tenant.get(path(id))).body.webhooks;
    await tenant.put(path(id), { draft: hook('um', newId()), revision: 1 });
    const refused = await tenant.post(path(id, '/publish'), {});
    expect(refused.body.problems).toMatchObject([
      { code: 'missing_reference', data: { type: 'credential' } },
    ]);
    const draft = hook('um');
    await publish(id, draft, 2);
    const first = await address();
    expect(first).toMatchObject([
      { nodeId: 'h', url: expect.stringMatching(/\/webhooks\/flows\/[\w-]{32}$/) },
    ]);
    // Others call it: where Evolution reaches us may be inside.
    const env = { ...harness.deps.env, webhookBaseUrl: 'http://api.inside:3000' };
    expect((await getFlow({ ...harness.deps, env }, tenant.ctx, id)).webhooks).toEqual(first);
    await publish(id, { ...draft, nodes: [draft.nodes[0], ...hook('dois').nodes.slice(1)] }, 3);
    await tenant.post(path(id, '/unpublish'));
    await tenant.post(path(id, '/publish'), {});
    expect(await address()).toEqual(first);
    expect((await ana.get(path(id))).body.webhooks).toEqual([]);
  });
});
