import { flowOf, SAY } from '../../tests/support/flow';
import { HOLD, MANUAL } from '../../tests/support/flow-sketches';
import { eventually } from '../../tests/support/test-tenant';
import { WorkflowLab } from '../../tests/support/workflow-lab';

let lab: WorkflowLab;
beforeAll(async () => {
  lab = await WorkflowLab.start();
}, 60_000);
afterAll(() => lab.close());

const CALL = { method: 'POST', url: 'https://example.test/' };
const OUT = { handle: 'out', output: null };

describe('a run and its workers', () => {
  it('has every effect once, with the workers gone at each node of it', async () => {
    const steps = ['a', 'b', 'c', 'd', 'e'];
    const nodes = Object.fromEntries(
      steps.flatMap((name): [string, [string, Record<string, unknown>]][] => [
        [`chama_${name}`, ['http_request', CALL]],
        [`diz_${name}`, ['send_text', SAY(name)]],
        [`espera_${name}`, ['wait', HOLD(1)]],
      ]),
    );
    const order = ['start', ...steps.flatMap((name) => [`chama_${name}`, `diz_${name}`, `espera_${name}`])];
    const ways = order.slice(1).map((node, index) => `${order[index]}.out > ${node}`);
    const { ref, script, handle } = await lab.flow(flowOf({ start: MANUAL, ...nodes }, ways));
    for (const name of steps) {
      await eventually(() => expect(script.effects.has(`diz_${name}`)).toBe(true));
      await lab.stopWorkers();
      // Told twice while nobody is there to hear it.
      const effect = script.effects.get(`diz_${name}`) ?? '';
      await lab.gateway.flowOutcome(ref, { effect, outcome: OUT });
      await lab.gateway.flowOutcome(ref, { effect, outcome: OUT });
      await lab.startWorkers();
      await eventually(() =>
        expect(script.last?.memory.standing.map(({ node }) => node)).toEqual([`espera_${name}`]),
      );
      await lab.stopWorkers();
      await lab.startWorkers();
    }
    await handle.result();
    expect(script.story.filter((each) => each.startsWith('call'))).toEqual(
      steps.map((name) => `call chama_${name}`),
    );
    expect(script.story.filter((each) => each.startsWith('order'))).toEqual(
      steps.map((name) => `order diz_${name}`),
    );
  }, 120_000);

  it('continues as new with its memory, and with what was told in between', async () => {
    // The test server suggests it after 150 events.
    const { ref, script, handle } = await lab.flow(
      flowOf(
        {
          start: MANUAL,
          diz: ['send_text', SAY('oi')],
          volta: ['loop', { most: 50, target: 'diz' }],
          fim: ['end'],
        },
        ['start.out > diz', 'diz.out > volta', 'volta.done > fim', 'volta.limit > fim'],
      ),
    );
    const { firstExecutionRunId } = { firstExecutionRunId: (await handle.describe()).runId };
    for (let told = 0; told < 90 && script.last?.over !== true; told += 1) {
      await eventually(() => expect(script.last?.memory.standing).toHaveLength(1));
      const [place] = script.last?.memory.standing ?? [];
      const turns = script.turns.length;
      await lab.gateway.flowOutcome(ref, { effect: place?.effect ?? '', outcome: OUT });
      await eventually(() => expect(script.turns.length).toBeGreaterThan(turns));
      await eventually(() => expect(script.last?.memory.standing[0]?.effect).not.toBe(place?.effect));
      if ((await handle.describe()).runId !== firstExecutionRunId) break;
    }
    expect((await handle.describe()).runId).not.toBe(firstExecutionRunId);
    const [place] = script.last?.memory.standing ?? [];
    await lab.gateway.flowOutcome(ref, { effect: place?.effect ?? '', outcome: OUT });
    await eventually(() => expect(script.last?.memory.standing[0]?.effect).not.toBe(place?.effect));
    await lab.gateway.cancelFlowRun(ref, { userId: null });
    await handle.result();
    expect(script.turns.filter(({ memory }) => memory === null)).toHaveLength(1);
  }, 120_000);
});
