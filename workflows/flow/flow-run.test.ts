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
  /** A thousand take minutes on two cores; what is asked of each is the same. */
  const PARKED = 150;
  const drawing = (word: string) =>
    flowOf(
      {
        start: MANUAL,
        espera: ['wait', HOLD(20)],
        fim: ['end', { outputs: [{ name: 'versao', value: word }] }],
      },
      ['start.out > espera', 'espera.out > fim'],
    );

  it('go on by the version they began with, whatever is published meanwhile (F14)', async () => {
    const flow = await publishDocument(tenant, drawing('um'));
    for (let begun = 0; begun < PARKED; begun += 25) {
      await Promise.all(Array.from({ length: 25 }, () => beginRunOf(tenant, flow)));
    }
    const { tenantId } = tenant.ctx;
    const document = JSON.parse(JSON.stringify(drawing('dois'))) as object;
    await harness.deps.db.withTenant(tenantId, async (tx) => {
      await tx.flowVersion.create({
        data: { tenantId, flowId: flow.flowId, number: 2, document, hash: 'two' },
      });
      await tx.flow.update({ where: { id: flow.flowId }, data: { published: 2 } });
    });
    await eventually(async () => {
      const rows = await harness.deps.db.withTenant(tenantId, (tx) =>
        tx.flowRun.findMany({ where: { flowId: flow.flowId }, select: { outputs: true, versionId: true } }),
      );
      expect(rows).toHaveLength(PARKED);
      for (const row of rows) {
        expect(row).toEqual({ outputs: { status: 'success', versao: 'um' }, versionId: flow.versionId });
      }
    }, 60_000);
  }, 120_000);
});
