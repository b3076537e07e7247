import {
  allRunsFilterOf,
  runFilterOf,
  validateAllRunsSearch,
  validateFlowsSearch,
  validateRunsSearch,
  validateVersionsSearch,
} from './flows-search';

describe('what of the screens is in the address', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(validateFlowsSearch({ q: 12, status: 'active', create: 'import', other: 1 })).toEqual({
      q: '12',
      status: 'active',
      create: 'import',
    });
    expect(validateFlowsSearch({ q: ' ', status: 'gone', create: 'magic' })).toEqual({});
    expect(validateRunsSearch({ status: 'failed', version: '3', period: 'week', node: 'n1' })).toEqual({
      status: 'failed',
      version: 3,
      period: 'week',
      node: 'n1',
    });
    expect(validateRunsSearch({ status: 'done', version: -1, period: 'year', node: 7 })).toEqual({});
    const id = '019ab3c4-0000-7000-8000-00000000000a';
    const all = { flow: id, contact: id, status: 'ended', period: 'day' };
    expect(validateAllRunsSearch({ ...all, version: 2 })).toEqual(all);
    expect(validateAllRunsSearch({ flow: 'x', contact: 7, status: 'done', period: '' })).toEqual({});
    // 0 is the draft.
    expect(validateVersionsSearch({ from: 2, to: 0 })).toEqual({ from: 2, to: 0 });
    expect(validateVersionsSearch({ from: 'a' })).toEqual({});
  });

  it('a period begins at a minute, so that it stays the same question for one', () => {
    const now = Date.parse('2026-11-20T10:00:42.000Z');
    expect(runFilterOf({ period: 'day' }, now).since).toBe('2026-11-19T10:00:00.000Z');
    expect(runFilterOf({ period: 'week' }, now).since).toBe('2026-11-13T10:00:00.000Z');
    expect(runFilterOf({}, now).since).toBeUndefined();
    expect(allRunsFilterOf({ flow: 'f', contact: 'c', period: 'month' }, now)).toEqual({
      flowId: 'f',
      contactId: 'c',
      status: undefined,
      since: '2026-10-21T10:00:00.000Z',
    });
  });
});
