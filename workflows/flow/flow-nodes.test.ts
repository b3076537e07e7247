import { jest } from '@jest/globals';
import { nextOpening } from '../../domain/hours/opening-hours';
import { readHours } from '../../services/config/hours-schema';
import { RunWorld } from '../../services/flow/run-world';
import { flowOf, SAY } from '../../tests/support/flow';
import { beginFlow, wayOf } from '../../tests/support/flow-runs';
import { GIVES, HOLD, MANUAL, SET } from '../../tests/support/flow-sketches';
import { type FlowTalk, FlowTalks } from '../../tests/support/flow-talk';
import { publishDocument } from '../../tests/support/published-flow';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

let talks: FlowTalks;
let tenant: TestTenant;
beforeAll(async () => {
  talks = await FlowTalks.start();
  ({ tenant } = talks);
}, 120_000);
afterEach(() => jest.restoreAllMocks());
afterAll(() => talks.harness.close());

const BAD_DATE = { for: { by: 'date', date: '{{ item }}', ifPast: 'continue' } };

describe('for each', () => {
  const drawing = (more: Record<string, unknown>, each: [string, Record<string, unknown>]) =>
    flowOf(
      {
        start: MANUAL,
        cada: ['for_each', { list: 'gatilho.lista', ...more }],
        faz: each,
        fim: [
          'end',
          GIVES({ total: '{{ blocos.cada.total }}', falhas: '{{ blocos.cada.falhas | tamanho }}' }),
        ],
      },
      ['start.out > cada', 'cada.each > faz', 'cada.done > fim'],
    );

  it('goes once with each item, some of them at once, through a wait', async () => {
    const run = await beginFlow(tenant, drawing({ atOnce: 2 }, ['wait', HOLD(1)]), {
      payload: { lista: ['a', 'b', 'c'] },
    });
    expect((await run.reaches('ended')).outputs).toMatchObject({ total: 3 });
    const way = wayOf(await run.trace());
    expect(way.filter((each) => each === 'faz.out')).toHaveLength(3);
    expect(way.at(-1)).toBe('fim.done');
  });

  it('does nothing with no item, and leaves by "done"', async () => {
    const run = await beginFlow(tenant, drawing({}, ['wait', HOLD(60)]), { payload: { lista: [] } });
    expect((await run.reaches('ended')).outputs).toMatchObject({ total: 0 });
  });

  it('collects what failed, or stops at it, as its settings say', async () => {
    const payload = { lista: ['2020-01-01', 'ontem', '2020-01-02'] };
    const kept = await beginFlow(tenant, drawing({ onItemError: 'collect' }, ['wait', BAD_DATE]), {
      payload,
    });
    expect((await kept.reaches('ended')).outputs).toMatchObject({ total: 3, falhas: 1 });
    const stops = await beginFlow(tenant, drawing({}, ['wait', BAD_DATE]), { payload });
    expect((await stops.reaches('failed')).failure).toMatchObject({ type: 'not_a_date' });
  });
});

describe('in parallel', () => {
  const branches = ['a', 'b', 'c'].map((key) => ({ key, name: key.toUpperCase() }));
  const drawing = (join: object, seconds: [number, number, number]) =>
    flowOf(
      {
        start: MANUAL,
        juntos: ['parallel', { branches, join, onBranchError: 'fail' }],
        a: ['wait', HOLD(seconds[0])],
        b: ['wait', HOLD(seconds[1])],
        c: ['wait', HOLD(seconds[2])],
        fim: ['end', GIVES({ terminados: '{{ blocos.juntos.terminados }}' })],
      },
      [
        'start.out > juntos',
        ...branches.map(({ key }) => `juntos.branch:${key} > ${key}`),
        'juntos.joined > fim',
      ],
    );

  it.each([
    ['all', { of: 'all' }, [1, 2, 1], ['a.out', 'b.out', 'c.out'], ['A', 'B', 'C']],
    ['the first', { of: 'first' }, [600, 1, 600], ['a.dropped', 'b.out', 'c.dropped'], ['B']],
    ['two', { of: 'some', count: 2 }, [1, 600, 2], ['a.out', 'b.dropped', 'c.out'], ['A', 'C']],
  ] as const)(
    'goes on when %s have ended, and drops the rest',
    async (_name, join, seconds, expected, ended) => {
      const run = await beginFlow(tenant, drawing(join, [...seconds]));
      const { outputs } = await run.reaches('ended');
      expect([...(outputs as { terminados: string[] }).terminados].sort()).toEqual(ended);
      const way = wayOf(await run.trace());
      expect(way.filter((each) => /^[abc]\./.test(each)).sort()).toEqual(expected);
      expect(way.filter((each) => each.startsWith('fim'))).toEqual(['fim.done']);
    },
  );
});

describe('a sub-flow that is not waited for', () => {
  it('goes on by itself, also when its caller has ended', async () => {
    const child = await publishDocument(
      tenant,
      flowOf({ start: MANUAL, espera: ['wait', HOLD(2)], fim: ['end', GIVES({ feito: 'sim' })] }, [
        'start.out > espera',
        'espera.out > fim',
      ]),
    );
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          chama: ['start_subflow', { flowId: child.flowId, wait: false }],
          fim: ['end'],
        },
        ['start.out > chama', 'chama.done > fim'],
      ),
    );
    await run.reaches('ended');
    const { deps } = talks.harness;
    const find = () =>
      deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
        tx.flowRun.findFirstOrThrow({ where: { parentRunId: run.runId } }),
      );
    expect((await find()).endedAt).toBeNull();
    await eventually(async () =>
      expect(await find()).toMatchObject({ status: 'ended', outputs: { feito: 'sim' } }),
    );
    expect((await run.row()).status).toBe('ended');
  });
});

describe('time that is up', () => {
  /** A minute is the least a drawing may ask for: here it is over at once. */
  const hurry = () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
    const { begin } = RunWorld.prototype;
    jest.spyOn(RunWorld.prototype, 'begin').mockImplementation(async function (this: RunWorld, effect, at) {
      const begun = await begin.call(this, effect, at);
      if (!('duty' in begun) || begun.duty.until === null) return begun;
      return { ...begun, duty: { ...begun.duty, until: at + 500 } };
    });
  };

  it('another system that does not call: it leaves by "timed_out", and the address is spent', async () => {
    hurry();
    const run = await beginFlow(
      tenant,
      flowOf(
        {
          start: MANUAL,
          fora: ['wait_external', { timeoutSeconds: 60 }],
          bem: ['end'],
          tarde: ['end', GIVES({ tarde: 'sim' })],
        },
        ['start.out > fora', 'fora.received > bem', 'fora.timed_out > tarde'],
      ),
    );
    expect((await run.reaches('ended')).outputs).toMatchObject({ tarde: 'sim' });
    const wait = await talks.harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.flowWait.findFirstOrThrow({ where: { runId: run.runId } }),
    );
    expect(wait).toMatchObject({ calledAt: null, closedAt: expect.any(Date) });
  });

  const options = [
    { key: 'a', title: 'Marcar' },
    { key: 'b', title: 'Remarcar' },
  ];
  it.each([
    ['send_buttons', { text: 'O que deseja?', buttons: options }],
    ['send_list', { text: 'O que deseja?', button: 'Ver', sections: [{ title: '', rows: options }] }],
    ['wait_reply', { types: ['text'] }],
  ] as const)('%s without a reply leaves by "timed_out"', async (kind, settings) => {
    const chat = await talks.begin();
    const effect = await chat.flow.place(kind, JSON.parse(JSON.stringify(settings)) as never, {
      timeoutSeconds: 1,
    });
    expect(await chat.flow.outcome(effect)).toEqual({ handle: 'timed_out', output: null });
  });
});

describe('a wait until the company is open', () => {
  it('ends at the next opening, not before', async () => {
    const DAY_MS = 86_400_000;
    const day = new Date(Date.now() - 2 * DAY_MS).getUTCDay();
    await tenant.configure({
      hours: {
        timeZone: 'UTC',
        holidays: false,
        extraDates: [],
        weekly: [{ day, opens: '09:00', closes: '10:00' }],
      },
    });
    const run = await beginFlow(
      tenant,
      flowOf({ start: MANUAL, espera: ['wait', { ...HOLD(1), businessHoursOnly: true }], fim: ['end'] }, [
        'start.out > espera',
        'espera.out > fim',
      ]),
    );
    await run.standsAt('espera');
    const [place] = (await run.row()).standing as { until: number; since: number }[];
    const row = await talks.harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.botConfig.findUniqueOrThrow({ where: { tenantId: tenant.ctx.tenantId } }),
    );
    const opening = nextOpening(readHours(row.hours, 'UTC'), (place?.since ?? 0) + 1_000);
    expect(place?.until).toBe(opening);
    expect((opening ?? 0) - Date.now()).toBeGreaterThan(DAY_MS);
    await run.cancel();
    await run.reaches('cancelled');
    await tenant.configure({ hours: { weekly: [] } });
  });
});

describe('waiting for a reply', () => {
  const drawing = flowOf(
    {
      start: MANUAL,
      diz: ['send_text', SAY('Pode me contar?')],
      ouve: [
        'wait_reply',
        { timeoutSeconds: 3_600, types: ['text'], debounceSeconds: 0, cancelWords: ['sair'] },
      ],
      conta: ['set_variable', SET('disse', '{{ blocos.ouve.texto }}')],
      fim: ['end', GIVES({ disse: '{{ variaveis.disse }}' })],
      chega: ['end', GIVES({ cancelou: 'sim' })],
      tarde: ['end'],
    },
    [
      'start.out > diz',
      'diz.out > ouve',
      'ouve.replied > conta',
      'conta.out > fim',
      'ouve.cancelled > chega',
      'ouve.timed_out > tarde',
    ],
  );
  const begin = async (): Promise<[FlowTalk, Awaited<ReturnType<typeof beginFlow>>]> => {
    const chat = await talks.begin();
    const run = await beginFlow(tenant, drawing, { conversationId: chat.conversationId });
    await run.standsAt('ouve');
    return [chat, run];
  };

  it.each([
    ['Sair', { cancelou: 'sim' }],
    ['dói o joelho', { disse: 'dói o joelho' }],
  ])('hears "%s"', async (said, outputs) => {
    const [chat, run] = await begin();
    await chat.write(said);
    expect((await run.reaches('ended')).outputs).toMatchObject(outputs);
    await chat.hears(['Pode me contar?']);
  });
});
