import type { RunStep } from '../api/shapes';
import { aFlow, aNode } from './fixtures';
import { lastStepAt, nodePaints, nodeStatuses, sideEffects, stepMs, takenWays, titledSteps } from './trace';

const step = (seq: number, nodeId: string, status: RunStep['status'] = 'done'): RunStep => ({
  seq,
  nodeId,
  kind: 'send_text',
  status,
  handle: 'out',
  input: null,
  output: null,
  error: null,
  startedAt: '2026-11-20T10:00:00.000Z',
  endedAt: '2026-11-20T10:00:02.500Z',
});

describe('a run in words', () => {
  it('titles come from the version it stands on', () => {
    const titles = titledSteps([step(1, 'oi'), step(2, 'gone')], aFlow([aNode('oi', 'send_text')]));
    expect(titles.map(({ title }) => title)).toEqual(['oi', '']);
  });

  it('a step under way lasts until now', () => {
    const now = Date.parse('2026-11-20T10:01:00.000Z');
    expect(stepMs(step(1, 'oi'), now)).toBe(2_500);
    expect(stepMs({ ...step(1, 'oi'), endedAt: null }, now)).toBe(60_000);
  });

  it('where it stands wins over what it did there before', () => {
    const ask = { status: 'waiting', visits: 2, since: null, until: null, handle: null, error: null };
    expect(nodeStatuses({ trace: [step(1, 'oi'), step(2, 'ask')], nodes: { ask } })).toEqual({
      oi: 'done',
      ask: 'waiting',
    });
  });

  it('names what would act again, and what has acted; not what only thinks', () => {
    const flow = aFlow([
      aNode('oi', 'send_text'),
      aNode('if', 'condition'),
      aNode('api', 'http_request'),
      { ...aNode('off', 'send_email'), disabled: true },
    ]);
    expect(sideEffects(flow, [step(1, 'oi'), step(2, 'api', 'failed')])).toEqual([
      { id: 'oi', kind: 'send_text', title: 'oi', done: true },
      { id: 'api', kind: 'http_request', title: 'api', done: false },
    ]);
  });

  it('paints each node with its visits, and what waits with the end of its wait', () => {
    const until = '2026-11-22T10:00:00.000Z';
    const known = { since: null, handle: null, error: null };
    const paints = nodePaints({
      trigger: { kind: 'contact_created', node: 'inicio' },
      trace: [step(1, 'oi'), step(2, 'oi')],
      nodes: {
        oi: { ...known, status: 'done', visits: 2, until },
        espera: { ...known, status: 'waiting', visits: 1, until },
      },
    });
    expect(paints).toEqual({
      inicio: { status: 'done', visits: 1, until: null },
      oi: { status: 'done', visits: 2, until: null },
      espera: { status: 'waiting', visits: 1, until },
    });
  });

  it('went only the ways that its steps left by, and the one from its own trigger', () => {
    const way = (from: string, handle: string, to: string) => ({ id: `${from}-${to}`, from, handle, to });
    const flow = {
      ...aFlow([]),
      edges: [
        way('inicio', 'out', 'oi'),
        way('outro', 'out', 'oi'),
        way('oi', 'out', 'espera'),
        way('oi', 'error', 'fim'),
        way('espera', 'out', 'fim'),
      ],
    };
    const waiting = { ...step(2, 'espera', 'waiting'), handle: null };
    const trigger = { kind: 'contact_created', node: 'inicio' };
    expect([...takenWays({ trigger, trace: [step(1, 'oi'), waiting] }, flow)]).toEqual([
      'inicio-oi',
      'oi-espera',
    ]);
  });

  it('a node opens its latest step', () => {
    expect(lastStepAt([step(1, 'oi'), step(2, 'oi'), step(3, 'fim')], 'oi')?.seq).toBe(2);
    expect(lastStepAt([step(1, 'oi')], 'inicio')).toBeUndefined();
  });
});
