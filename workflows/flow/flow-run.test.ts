import { publishFlow } from '../../services/flow/publish-flow';
import { flowOf, WHEN } from '../../tests/support/flow';
import { beginFlow, beginRunOf, wayOf } from '../../tests/support/flow-runs';
import { HOLD, MANUAL, SET } from '../../tests/support/flow-sketches';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishDocument } from '../../tests/support/published-flow';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;

beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
}, 120_000);
afterAll(() => harness.close());

describe('a run without the world', () => {
  it('goes its way, keeps what it set, and says how it ended', async () => {
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          nome: ['set_variable', SET('quem', '{{ gatilho.nome | maiusculas }}')],
          certo: ['condition', WHEN('variaveis.quem', 'ANA')],
          bem: ['end', { outputs: [{ name: 'quem', value: '{{ variaveis.quem }}' }] }],
          mal: ['end', { status: 'failure' }],
        },
        ['start.out > nome', 'nome.out > certo', 'certo.yes > bem', 'certo.else > mal'],
      ),
      { payload: { nome: 'Ana' } },
    );
    const row = await run.reaches('ended');
    expect(row.outputs).toEqual({ status: 'success', quem: 'ANA' });
    expect(wayOf(await run.trace())).toEqual(['nome.out', 'certo.yes', 'bem.done']);
    expect(row.endedAt).not.toBeNull();
  });

  it('begins once for an event, however often it is told (F11)', async () => {
    const flow = await publishDocument(tenant, flowOf({ start: MANUAL, fim: ['end'] }, ['start.out > fim']));
    const runs = await Promise.all(
      Array.from({ length: 5 }, () => beginRunOf(tenant, flow, { eventKey: 'the-same' })),
    );
    expect(new Set(runs.map(({ runId }) => runId)).size).toBe(1);
    expect(runs.filter(({ began }) => began)).toHaveLength(1);
    await runs[0]?.reaches('ended');
  });

  it('fails at the node that fails, and keeps what it was before', async () => {
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          data: ['wait', { for: { by: 'date', date: 'ontem', ifPast: 'fail' } }],
          fim: ['end'],
        },
        ['start.out > data', 'data.out > fim'],
      ),
    );
    const row = await run.reaches('failed');
    expect(row.failure).toMatchObject({ type: 'not_a_date', node: 'data' });
    expect(row.state).toMatchObject({ status: 'running', threads: [{ node: 'data' }] });
  });
});

describe('waiting', () => {
  it('is a timer, and shows until when', async () => {
    const run = await beginFlow(
      tenant,
      flowOf({ start: MANUAL, espera: ['wait', HOLD(1)], fim: ['end'] }, [
        'start.out > espera',
        'espera.out > fim',
      ]),
    );
    await run.reaches('ended');
    const [waited] = await run.trace();
    expect(waited).toMatchObject({ nodeId: 'espera', status: 'done', handle: 'out' });
    expect((waited?.endedAt?.getTime() ?? 0) - (waited?.startedAt.getTime() ?? 0)).toBeGreaterThanOrEqual(
      1_000,
    );
  });

  it('may last ninety days; cancelling ends it at once', async () => {
    const seconds = 90 * 86_400;
    const run = await beginFlow(
      tenant,
      flowOf({ start: MANUAL, espera: ['wait', HOLD(seconds)], fim: ['end'] }, [
        'start.out > espera',
        'espera.out > fim',
      ]),
    );
    await run.standsAt('espera');
    const [place] = (await run.row()).standing as { since: number; until: number }[];
    expect((place?.until ?? 0) - (place?.since ?? 0)).toBe(seconds * 1_000);
    await run.cancel();
    expect((await run.reaches('cancelled')).standing).toEqual([]);
    expect(wayOf(await run.trace())).toEqual(['espera.dropped']);
  });

  it('in parallel ends with the first, and drops the other', async () => {
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          juntos: [
            'parallel',
            {
              branches: [
                { key: 'a', name: 'A' },
                { key: 'b', name: 'B' },
              ],
              join: { of: 'first' },
              onBranchError: 'fail',
            },
          ],
          curta: ['wait', HOLD(1)],
          longa: ['wait', HOLD(86_400)],
          fim: ['end'],
        },
        ['start.out > juntos', 'juntos.branch:a > curta', 'juntos.branch:b > longa', 'juntos.joined > fim'],
      ),
    );
    await run.reaches('ended');
    expect(wayOf(await run.trace())).toEqual(['juntos.joined', 'curta.out', 'longa.dropped', 'fim.done']);
  });
});

describe('parked runs', () => {
  const PARKED = 1_000;
  /** Of them, those whom somebody asks to go on by the new version. */
  const MOVED = 20;
  /** At once: beginning a run and telling it something is mostly waiting, for the engine and the database. */
  const TOGETHER = 50;
  const OVER = { handle: 'out', output: null };
  /** Nothing is awaited for longer on a machine that has other work (ms). */
  const PATIENCE_MS = 300_000;
  const drawing = (word: string) =>
    flowOf(
      {
        start: ['contact_created'],
        espera: ['wait', HOLD(90 * 86_400)],
        fim: ['end', { outputs: [{ name: 'versao', value: word }] }],
      },
      ['start.out > espera', 'espera.out > fim'],
    );

  async function together<T>(list: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
    for (let done = 0; done < list.length; done += TOGETHER) {
      await Promise.all(list.slice(done, done + TOGETHER).map(work));
    }
  }

  it('go on by the version they began with, whatever is published meanwhile, unless they are moved (F14)', async () => {
    const { deps } = harness;
    const { tenantId } = tenant.ctx;
    const { flowId, versionId } = await publishDocument(tenant, drawing('um'));
    const inTenant = <T>(work: Parameters<typeof deps.db.withTenant<T>>[1]) =>
      deps.db.withTenant(tenantId, work);
    const all = (status: string) =>
      eventually(async () => {
        // Asking takes of the time that the runs need.
        await new Promise((resolve) => setTimeout(resolve, 500));
        const where = { flowId, status };
        expect(await inTenant((tx) => tx.flowRun.count({ where }))).toBe(PARKED);
      }, PATIENCE_MS);

    await together(Array.from({ length: PARKED }), () => beginRunOf(tenant, { flowId, versionId }));
    await all('waiting');
    const draft = JSON.parse(JSON.stringify(drawing('dois'))) as object;
    await inTenant((tx) => tx.flow.update({ where: { id: flowId }, data: { draft } }));
    const how = { name: '', note: '', runs: 'keep' } as const;
    const published = await publishFlow(deps, tenant.ctx, flowId, how);
    expect(published).toMatchObject({ version: 2, created: true, runsInFlight: PARKED, moved: 0 });

    const runs = await inTenant((tx) => tx.flowRun.findMany({ where: { flowId }, orderBy: { id: 'asc' } }));
    const moved = new Set(runs.slice(0, MOVED).map(({ id }) => id));
    await together([...moved], (runId) =>
      deps.workflows.moveFlowRun({ tenantId, runId }, { versionId: published.versionId }),
    );
    // As their timers would, in ninety days.
    await together(runs, async ({ id: runId, standing }) => {
      const [place] = standing as { effect: string }[];
      await deps.workflows.flowOutcome({ tenantId, runId }, { effect: place?.effect ?? '', outcome: OVER });
    });
    await all('ended');
    const ended = await inTenant((tx) => tx.flowRun.findMany({ where: { flowId } }));
    for (const { id, outputs, versionId: wentBy } of ended) {
      const expected = moved.has(id) ? ['dois', published.versionId] : ['um', versionId];
      expect([(outputs as { versao: string }).versao, wentBy]).toEqual(expected);
    }
  }, 900_000);
});
