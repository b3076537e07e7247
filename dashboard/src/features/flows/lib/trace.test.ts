import type { RunStep } from '../api/shapes';
import { aFlow, aNode } from './fixtures';
import { nodeStatuses, sideEffects, stepMs, titledSteps } from './trace';

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
});
