import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { LiveEvent } from '../../../adapters/live/live-events';
import { MESSAGE, SAY, flowOf } from '../../../tests/support/flow';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

/** Deeper than JSON.stringify goes. */
const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

let harness: Harness;
let tenant: TestTenant;
let ana: TestTenant;
let bia: TestTenant;
let channelId: string;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  ana = await tenant.colleague('Ana');
  bia = await tenant.colleague('Bia', 'ORG_MANAGER');
  ({ channelId } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterAll(() => harness.close());

const path = (id: string, more = '') => `/api/v1/automations/${id}${more}`;
const create = async (name = 'Boas-vindas') => (await tenant.post('/api/v1/automations', { name })).body.id;
const hello = (text = 'Oi, {{ contato.nome }}!', more: Parameters<typeof flowOf>[0] = {}) => {
  const { nodes, edges } = flowOf(
    { t: ['message_received', { channels: [channelId] }], a: ['send_text', SAY(text)], z: ['end'], ...more },
    ['t.out > a', 'a.out > z'],
  );
  return { nodes, edges };
};
const save = (id: string, draft: unknown, revision: number, who = tenant) =>
  who.put(path(id), { draft, revision });
async function published(text?: string): Promise<string> {
  const id = await create();
  await save(id, hello(text), 1);
  const answer = await tenant.post(path(id, '/publish'), {});
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

describe('an automation', () => {
  it('is created, found, renamed, copied and removed', async () => {
    const made = await tenant.post('/api/v1/automations', {
      name: ' Agendamento ',
      description: 'Consultas',
    });
    expect([made.status, made.body]).toEqual([201, { id: expect.any(String), revision: 1 }]);
    const { id } = made.body;
    expect((await tenant.get(path(id))).body).toMatchObject({
      name: 'Agendamento',
      status: 'draft',
      published: null,
      revision: 1,
      draft: { format: 'prosa.flow', nodes: [], edges: [] },
      findings: [
        { code: 'no_trigger', severity: 'error', nodeId: null, message: expect.stringMatching(/gatilho/) },
      ],
      lock: null,
    });
    expect((await tenant.put(path(id), { name: 'Consultas' })).body).toMatchObject({
      name: 'Consultas',
      revision: 1,
    });
    const copy = await tenant.post(path(id, '/duplicate'), {});
    expect(copy.status).toBe(201);
    const listed = async (query: string) => (await tenant.get(`/api/v1/automations?${query}`)).body.items;
    expect(await listed('q=consultas')).toMatchObject([
      { name: 'Consultas (cópia)' },
      { name: 'Consultas', runs: {} },
    ]);
    expect(await listed('q=consultas&status=active')).toEqual([]);
    const { body: first } = await tenant.get('/api/v1/automations?q=consultas&limit=1');
    const { body: second } = await tenant.get(
      `/api/v1/automations?q=consultas&limit=1&cursor=${first.nextCursor}`,
    );
    expect([first.items[0].id, second.items[0].id, second.nextCursor]).toEqual([copy.body.id, id, null]);
    expect((await tenant.delete(path(id))).status).toBe(204);
    expect((await tenant.get(path(id))).status).toBe(404);
  });

  it('is read by attendants and changed by managers', async () => {
    const id = await create();
    expect((await ana.get(path(id))).status).toBe(200);
    expect((await ana.put(path(id), { name: 'Minha' })).status).toBe(403);
    expect((await ana.post(path(id, '/publish'), {})).status).toBe(403);
    expect((await bia.put(path(id), { name: 'Nossa' })).status).toBe(200);
  });
});

describe('a draft', () => {
  it('may be half done and leave out what goes without saying', async () => {
    const id = await create();
    const draft = {
      nodes: [
        { id: 't', kind: 'message_received', settings: {} },
        { id: 'a', kind: 'send_text' },
      ],
      edges: [{ from: 't', to: 'a' }],
    };
    const saved = await save(id, draft, 1);
    expect([saved.status, saved.body.revision]).toEqual([200, 2]);
    expect(saved.body.findings).toContainEqual(
      expect.objectContaining({
        code: 'invalid_settings',
        severity: 'error',
        nodeId: 'a',
        field: 'messages',
      }),
    );
    const { body } = await tenant.get(path(id));
    expect(body.draft).toMatchObject({
      format: 'prosa.flow',
      name: 'Boas-vindas',
      nodes: [{ id: 't', typeVersion: 1, position: { x: 0, y: 0 }, title: 'Mensagem recebida' }, { id: 'a' }],
      edges: [{ id: 'w1', from: 't', handle: 'out', to: 'a' }],
    });
  });

  it('is never overwritten unseen: who saves from an old revision hears whose stands', async () => {
    const id = await create();
    expect((await save(id, hello('um'), 1, bia)).status).toBe(200);
    const late = await save(id, hello('dois'), 1);
    expect([late.status, late.body.code]).toEqual([409, 'draft_changed']);
    expect(late.body.current).toMatchObject({ revision: 2, savedBy: { name: 'Bia' } });
    expect((await tenant.get(path(id))).body.draft.nodes[1].settings.messages).toEqual(['um']);
    const both = await Promise.all([save(id, hello('a'), 2), save(id, hello('b'), 2, bia)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    ['no drawing', { draft: { nodes: 'x', edges: [] }, revision: 1 }],
    ['no revision', { draft: { nodes: [], edges: [] } }],
    ['an id that is no word', { draft: { nodes: [{ id: 'a b', kind: 'end' }], edges: [] }, revision: 1 }],
    ['something bottomless', `{"draft":{"nodes":[],"edges":[],"x":${nested(50_000)}},"revision":1}`],
    [
      'too much',
      {
        draft: {
          nodes: [{ id: 'a', kind: 'send_text', settings: { messages: ['x'.repeat(1_100_000)] } }],
          edges: [],
        },
        revision: 1,
      },
    ],
  ])('%s is refused', async (_what, body) => {
    const id = await create();
    expect((await tenant.put(path(id), body)).status).toBe(400);
    expect((await tenant.get(path(id))).body.revision).toBe(1);
  });

  it('with what no database holds is kept without it', async () => {
    const id = await create();
    const saved = await save(id, hello('a\u0000b\ud800'), 1);
    expect(saved.status).toBe(200);
    expect((await tenant.get(path(id))).body.draft.nodes[1].settings.messages).toEqual(['ab\ufffd']);
  });
});

describe('editing', () => {
  it('is one at a time, and may be taken over', async () => {
    const id = await create();
    expect((await tenant.post(path(id, '/lock'), {})).body).toMatchObject({
      userId: tenant.ctx.userId,
      name: 'Rafa',
    });
    const refused = await bia.post(path(id, '/lock'), {});
    expect([refused.status, refused.body.code]).toEqual([409, 'flow_locked']);
    expect(refused.body.current).toMatchObject({ userId: tenant.ctx.userId, name: 'Rafa' });
    expect((await bia.post(path(id, '/lock'), { force: true })).status).toBe(200);
    expect((await tenant.get(path(id))).body.lock).toMatchObject({ name: 'Bia' });
    // Whose it is no more cannot end it.
    expect((await tenant.delete(path(id, '/lock'))).status).toBe(204);
    expect((await tenant.get(path(id))).body.lock).toMatchObject({ name: 'Bia' });
    await bia.delete(path(id, '/lock'));
    expect((await tenant.get(path(id))).body.lock).toBeNull();
  });

  it('is told to everybody who looks, and so is what changed', async () => {
    const id = await create();
    const told: LiveEvent[] = [];
    const publish = jest.spyOn(harness.deps.live, 'publish').mockImplementation((_tenant, event) => {
      told.push(event);
    });
    await bia.post(path(id, '/lock'), {});
    await bia.post(path(id, '/lock'), {});
    await save(id, hello(), 1, bia);
    await bia.delete(path(id, '/lock'));
    publish.mockRestore();
    expect(told).toEqual([
      {
        type: 'flowLock',
        flowId: id,
        lock: { userId: bia.ctx.userId, name: 'Bia', until: expect.any(String) },
      },
      { type: 'flow', flowId: id },
      { type: 'flowLock', flowId: id, lock: null },
    ]);
  });

  it('without a sign of life ends by itself', async () => {
    const id = await create();
    await tenant.post(path(id, '/lock'), {});
    const { tenantId } = tenant.ctx;
    await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.flow.update({ where: { id }, data: { lockedUntil: new Date(Date.now() - 1_000) } }),
    );
    expect((await tenant.get(path(id))).body.lock).toBeNull();
    expect((await bia.post(path(id, '/lock'), {})).status).toBe(200);
  });
});

describe('publishing', () => {
  it('refuses errors, and says them in the caller’s language', async () => {
    const id = await create();
    await save(id, { nodes: [{ id: 'a', kind: 'send_text', settings: {} }], edges: [] }, 1);
    const refused = await tenant.post(path(id, '/publish'), {}, { 'accept-language': 'es' });
    expect([refused.status, refused.body.code]).toEqual([422, 'flow_invalid']);
    expect(refused.headers.get('content-type')).toMatch(/problem\+json/);
    expect(refused.body.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'no_trigger',
          severity: 'error',
          nodeId: null,
          message: expect.stringMatching(/^Falta un disparador/),
        }),
        expect.objectContaining({ code: 'invalid_settings', severity: 'error', nodeId: 'a' }),
      ]),
    );
  });

  it('refuses what is another tenant’s or gone', async () => {
    const other = await harness.tenant();
    const id = (await other.post('/api/v1/automations', { name: 'Alheia' })).body.id;
    await save(id, hello(), 1, other);
    const refused = await other.post(path(id, '/publish'), {});
    expect(refused.body.problems).toContainEqual(
      expect.objectContaining({ code: 'missing_reference', nodeId: 't', field: 'channels.0' }),
    );
  });

  it('freezes a version, and begins runs by it', async () => {
    const id = await create();
    await save(id, hello('um'), 1);
    const first = await tenant.post(path(id, '/publish'), { name: 'Primeira', note: 'estreia' });
    expect(first.body).toMatchObject({
      version: 1,
      created: true,
      runsInFlight: 0,
      diff: { added: [{}, {}, {}] },
    });
    const again = await tenant.post(path(id, '/publish'), {});
    expect(again.body).toMatchObject({ version: 1, created: false, diff: { added: [], changed: [] } });
    await save(id, hello('dois'), 2);
    expect((await tenant.post(path(id, '/publish'), {})).body).toMatchObject({
      version: 2,
      diff: {
        changed: [{ id: 'a', fields: [{ field: 'settings.messages.0', before: 'um', after: 'dois' }] }],
      },
    });
    expect((await tenant.get(path(id, '/versions'))).body.items).toMatchObject([
      { number: 2, live: true, publishedBy: { name: 'Rafa' } },
      { number: 1, live: false, name: 'Primeira', note: 'estreia', runs: { open: 0, all: 0 } },
    ]);
    expect((await tenant.get(path(id, '/versions/1'))).body.document.nodes[1].settings.messages).toEqual([
      'um',
    ]);
    expect((await tenant.get(path(id, '/versions/9'))).status).toBe(404);
    expect((await tenant.get(path(id, '/diff?from=1&to=2'))).body.changed).toHaveLength(1);
    const restored = await tenant.post(path(id, '/versions/1/restore'));
    expect(restored.body).toEqual({ revision: 4 });
    expect((await tenant.get(path(id, '/diff?from=1'))).body.changed).toEqual([]);
    expect((await tenant.get(path(id))).body).toMatchObject({ published: 2, status: 'active' });
  });

  it('twice at once makes one version', async () => {
    const id = await create();
    await save(id, hello(), 1);
    const both = await Promise.all([1, 2].map(() => tenant.post(path(id, '/publish'), {})));
    expect(both.map(({ body }) => body.version)).toEqual([1, 1]);
    expect(both.map(({ body }) => body.created).sort()).toEqual([false, true]);
  });

  it('is taken back, paused and resumed; triggers go and come', async () => {
    const id = await published();
    const triggers = () =>
      harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
        tx.flowTrigger.findMany({
          where: { flowId: id },
          select: { nodeId: true, kind: true, version: true },
        }),
      );
    const own = [{ nodeId: 't', kind: 'message_received', version: 1 }];
    expect(await triggers()).toEqual(own);
    expect((await tenant.post(path(id, '/pause'))).body).toEqual({ status: 'paused', version: 1 });
    expect(await triggers()).toEqual([]);
    expect((await tenant.post(path(id, '/resume'))).body).toEqual({ status: 'active', version: 1 });
    expect(await triggers()).toEqual(own);
    expect((await tenant.post(path(id, '/unpublish'))).body).toEqual({ status: 'draft', version: null });
    const refused = await tenant.post(path(id, '/resume'));
    expect([refused.status, refused.body.code]).toEqual([409, 'not_published']);
    // Published again, it is the version that was there.
    expect((await tenant.post(path(id, '/publish'), {})).body).toMatchObject({ version: 1, created: false });
  });
});

describe('the catalogue', () => {
  it('has every kind with its schema, in the caller’s language', async () => {
    const { body } = await ana.get('/api/v1/automations/catalogue');
    const text = body.items.find(({ kind }: { kind: string }) => kind === 'send_text');
    expect(text).toMatchObject({
      name: 'Enviar texto',
      family: 'action',
      handles: [],
      schema: { type: 'object' },
    });
    expect(body.items.every(({ schema }: { schema: object }) => 'properties' in schema)).toBe(true);
  });
});

describe('a template', () => {
  it('becomes a draft that begins on the own numbers and can be published', async () => {
    const { items } = (await ana.get('/api/v1/automations/templates')).body;
    expect(items.length).toBeGreaterThanOrEqual(12);
    const clinic = { name: 'Consultas', templateId: 'clinica-agendamento' };
    const { id } = (await tenant.post('/api/v1/automations', clinic)).body;
    const made = (await tenant.get(path(id))).body;
    expect(made).toMatchObject({ name: 'Consultas', description: expect.stringMatching(/recepção/) });
    expect(made.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect((await tenant.post(path(id, '/publish'), {})).body).toMatchObject({ version: 1 });
    await tenant.post(path(id, '/unpublish'));
    const unknown = await tenant.post('/api/v1/automations', { name: 'x', templateId: 'nada' });
    expect(unknown.status).toBe(404);
  });
});

describe('a file', () => {
  it('goes out without ids and comes back as a draft', async () => {
    const id = await published();
    const file = (await tenant.get(path(id, '/export'))).body;
    expect(file.nodes[0].settings.channels).toEqual(['escolher']);
    const dry = await tenant.post('/api/v1/automations/import', {
      format: 'prosa',
      document: file,
      dryRun: true,
    });
    expect(dry.body).toMatchObject({ report: { nodes: 3, mapped: 3, approximated: 0, unmapped: [] } });
    expect(dry.body.id).toBeUndefined();
    const made = await tenant.post('/api/v1/automations/import', {
      format: 'prosa',
      document: file,
      dryRun: false,
    });
    expect((await tenant.get(path(made.body.id))).body.draft.nodes).toHaveLength(3);
  });

  it.each([
    ['nothing', { format: 'prosa', document: {}, dryRun: true }, 200],
    ['no drawing', { format: 'prosa', document: { nodes: 3 } }, 400],
    ['no Typebot', { format: 'typebot', document: { a: 1 } }, 400],
    ['a text', { format: 'typebot', document: 'x' }, 400],
    ['a bottomless one', `{"format":"typebot","dryRun":true,"document":{"groups":${nested(50_000)}}}`, 400],
    ['another format', { format: 'n8n', document: {} }, 400],
  ])('%s is answered', async (_what, body, status) => {
    expect((await tenant.post('/api/v1/automations/import', body)).status).toBe(status);
  });

  it('of a Typebot becomes a draft on the own number, with every block accounted for', async () => {
    const document = {
      version: '6',
      name: 'Bot',
      events: [{ id: 'ev', type: 'start', outgoingEdgeId: 'e0', graphCoordinates: { x: 0, y: 0 } }],
      groups: [
        {
          id: 'g1',
          title: 'Oi',
          graphCoordinates: { x: 0, y: 0 },
          blocks: [
            { id: 'b1', type: 'text', content: { richText: [{ type: 'p', children: [{ text: 'Olá!' }] }] } },
            { id: 'b2', type: 'Code', options: { content: 'x' } },
          ],
        },
      ],
      edges: [{ id: 'e0', from: { eventId: 'ev' }, to: { groupId: 'g1' } }],
      variables: [],
    };
    const { status, body } = await tenant.post('/api/v1/automations/import', {
      format: 'typebot',
      document,
      dryRun: false,
    });
    expect([status, body.report]).toMatchObject([200, { mapped: 1, approximated: 0 }]);
    expect(body.report.unmapped).toMatchObject([
      { type: 'Code', name: expect.any(String), reason: expect.any(String) },
    ]);
    const { draft } = (await tenant.get(path(body.id))).body;
    expect(draft.nodes[0].settings.channels).toContain(channelId);
    const simulated = await tenant.post(path(body.id, '/simulate'), { messages: ['oi'] });
    expect(simulated.body).toMatchObject({ status: 'ended' });
    expect(simulated.body.chat.at(-1).text).toBe('Olá!');
  });

  it.each([
    ['lead-capture', ['oi', 'Ana', 'Implante', 'ana@exemplo.com', '31987654321', '65']],
    ['ai-support', ['oi', 'Quebrou', 'Sim', '5']],
  ])('of a real Typebot (%s) is published as it came, and runs to its end', async (file, messages) => {
    const document: unknown = JSON.parse(readFileSync(`tests/fixtures/typebot/${file}.json`, 'utf8'));
    const { body } = await tenant.post('/api/v1/automations/import', { format: 'typebot', document });
    const published = await tenant.post(path(body.id, '/publish'), {});
    expect([published.status, published.body.problems]).toEqual([200, undefined]);
    const tried = await tenant.post(path(body.id, '/simulate'), { messages, advanceMs: 600_000 });
    expect([tried.body.status, tried.body.failure]).toEqual(['ended', null]);
    await tenant.post(path(body.id, '/unpublish'), {});
  });
});

describe('a simulation', () => {
  it('shows what would be said, and leaves nothing behind', async () => {
    const id = await create();
    const { nodes, edges } = flowOf(
      {
        t: ['message_received', MESSAGE],
        q: ['ask', { question: 'Seu e-mail?', answer: 'email', saveTo: 'email' }],
        w: ['wait', { for: { by: 'duration', seconds: 60 } }],
        a: ['send_text', SAY('{{ variaveis.email }}')],
        z: ['end'],
      },
      ['t.out > q', 'q.ok > w', 'q.invalid > z', 'q.timed_out > z', 'w.out > a', 'a.out > z'],
    );
    await save(id, { nodes, edges }, 1);
    const run = (body: object) => ana.post(path(id, '/simulate'), body);
    const { body } = await run({ messages: ['oi', { text: 'ana@exemplo.com' }] });
    expect(body).toMatchObject({ status: 'waiting', waitingFor: [{ nodeId: 'w', type: 'wait' }] });
    const whole = (await run({ messages: ['oi', { audio: 'ana@exemplo.com' }], advanceMs: 60_000 })).body;
    expect(whole.status).toBe('ended');
    expect(whole.steps.map(({ nodeId, type }: { nodeId: string; type: string }) => [nodeId, type])).toEqual([
      ['t', 'message_received'],
      ['q', 'ask'],
      ['w', 'wait'],
      ['a', 'send_text'],
      ['z', 'end'],
    ]);
    expect(whole.steps[3].output.messages).toEqual(['ana@exemplo.com']);
    expect((await run({ messages: [{ nothing: 1 }] })).status).toBe(400);
    expect((await run({ from: 3 })).status).toBe(404);
    const rows = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.flowRun.count({ where: { flowId: id } }),
    );
    expect(rows).toBe(0);
  });

  it('of one block alone shows what it does with what it is given, wired or not', async () => {
    const id = await create();
    const { nodes } = flowOf({
      t: ['message_received', MESSAGE],
      a: ['send_text', SAY('Oi, {{ contato.nome }}, da {{ empresa.nome }}')],
      c: ['for_each', { list: 'variaveis.itens' }],
      q: ['ask', { question: 'E-mail?', answer: 'email', saveTo: 'email' }],
    });
    await save(id, { nodes, edges: [] }, 1);
    const one = async (node: object) => (await ana.post(path(id, '/simulate'), { node })).body;
    expect(
      await one({ id: 'a', sees: { contato: { nome: 'Carla' }, empresa: { nome: 'Loja' } } }),
    ).toMatchObject({
      status: 'ended',
      steps: [{ nodeId: 'a', type: 'send_text', status: 'done', handle: 'out', error: null }],
      chat: [{ from: 'flow', nodeId: 'a', text: 'Oi, Carla, da Loja' }],
    });
    expect(await one({ id: 'q' })).toMatchObject({ status: 'waiting', waitingFor: [{ nodeId: 'q' }] });
    expect(await one({ id: 'c', sees: { variaveis: { itens: 'nada' } } })).toMatchObject({
      status: 'failed',
      steps: [{ handle: null }],
      failure: { type: 'not_a_list', node: 'c' },
    });
    const wrong = [{ id: 'x' }, { id: 't' }, { id: 'a', sees: 'nada' }, { id: 'a', variables: {} }];
    const statuses = [];
    for (const node of wrong) statuses.push((await ana.post(path(id, '/simulate'), { node })).status);
    expect(statuses).toEqual([404, 404, 400, 400]);
    const other = await harness.tenant();
    expect((await other.post(path(id, '/simulate'), { node: { id: 'a' } })).status).toBe(404);
  });
});
