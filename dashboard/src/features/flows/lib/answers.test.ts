import { groupFailures, runCounts, standingByNode, stepStatus } from './answers';

describe('what the API answers, as the screens show it', () => {
  it('counts what is not over together', () => {
    expect(runCounts({ ended: 5, failed: 1, queued: 1, running: 2, waiting: 3, cancelled: 9 })).toEqual({
      ok: 5,
      failed: 1,
      waiting: 6,
    });
    expect(runCounts({})).toEqual({ ok: 0, failed: 0, waiting: 0 });
  });

  it.each([
    ['done', 'done'],
    ['failed', 'failed'],
    ['of a newer version', 'waiting'],
  ])('a step that is %s reads %s', (status, shown) => {
    expect(stepStatus(status)).toBe(shown);
  });

  it('has one line a cause, however many hours it took', () => {
    const failure = (hour: string, nodeId: string, count: number, lastRunId: string) => ({
      hour: `2026-11-20T${hour}:00:00.000Z`,
      type: 'timeout',
      nodeId,
      count,
      lastRunId,
    });
    const failures = [
      failure('12', 'api', 3, 'r9'),
      failure('11', 'oi', 1, 'r5'),
      failure('10', 'api', 4, 'r1'),
    ];
    expect(groupFailures(failures)).toEqual([
      { nodeId: 'api', type: 'timeout', count: 7, lastHour: '2026-11-20T12:00:00.000Z', lastRunId: 'r9' },
      { nodeId: 'oi', type: 'timeout', count: 1, lastHour: '2026-11-20T11:00:00.000Z', lastRunId: 'r5' },
    ]);
  });

  it('counts who stands at the nodes of one version', () => {
    const oldest = '2026-11-20T12:00:00.000Z';
    const fleet = [
      { version: 2, nodeId: 'ask', runs: 4, oldest },
      { version: 2, nodeId: null, runs: 1, oldest },
      { version: 1, nodeId: 'ask', runs: 9, oldest },
    ];
    expect(standingByNode(fleet, 2)).toEqual({ ask: 4 });
  });
});
