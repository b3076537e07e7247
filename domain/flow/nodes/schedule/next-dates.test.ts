import { nextDates, type ScheduleSettings } from './next-dates';

const SAO_PAULO = 'America/Sao_Paulo';
/** Saturday. */
const NOW = Date.parse('2026-11-21T13:30:00Z');

function next(change: Partial<ScheduleSettings>, count = 3, after = NOW): string[] {
  const settings: ScheduleSettings = { cron: '0 9 * * 1-5', zone: SAO_PAULO, holidays: 'run', ...change };
  return nextDates(settings, after, count).map((moment) => new Date(moment).toISOString().slice(0, 16));
}

describe('nextDates', () => {
  it.each([
    ['weekdays', {}, ['2026-11-23T12:00', '2026-11-24T12:00', '2026-11-25T12:00']],
    [
      'today, what is still to come',
      { cron: '0 9,11 * * *' },
      ['2026-11-21T14:00', '2026-11-22T12:00', '2026-11-22T14:00'],
    ],
    [
      'Sunday by either number',
      { cron: '0 9 * * 7' },
      ['2026-11-22T12:00', '2026-11-29T12:00', '2026-12-06T12:00'],
    ],
    [
      'a day that not every month has',
      { cron: '0 9 31 * *' },
      ['2026-12-31T12:00', '2027-01-31T12:00', '2027-03-31T12:00'],
    ],
    [
      'a date and a weekday: both',
      { cron: '0 9 13 * 5' },
      ['2027-08-13T12:00', '2028-10-13T12:00', '2029-04-13T12:00'],
    ],
    [
      'steps',
      { cron: '*/30 10 * * *' },
      ['2026-11-21T13:30', '2026-11-22T13:00', '2026-11-22T13:30'].slice(1),
    ],
    [
      'another zone',
      { cron: '0 9 * * *', zone: 'Europe/Lisbon' },
      ['2026-11-22T09:00', '2026-11-23T09:00', '2026-11-24T09:00'],
    ],
  ])('finds %s', (_what, change, expected) => {
    expect(next(change, expected.length)).toEqual(expected);
  });

  it('goes round holidays, or after them, or through', () => {
    // 25 December 2026 is a Friday, 1 January 2027 too.
    const after = Date.parse('2026-12-24T13:00:00Z');
    const cron = '0 9 * * 5';
    expect(next({ cron }, 2, after)).toEqual(['2026-12-25T12:00', '2027-01-01T12:00']);
    expect(next({ cron, holidays: 'skip' }, 2, after)).toEqual(['2027-01-08T12:00', '2027-01-15T12:00']);
    expect(next({ cron, holidays: 'next_day' }, 2, after)).toEqual(['2026-12-26T12:00', '2027-01-02T12:00']);
    // Put off yesterday, and still to come.
    const christmas = Date.parse('2026-12-25T20:00:00Z');
    expect(next({ cron, holidays: 'next_day' }, 1, christmas)).toEqual(['2026-12-26T12:00']);
  });

  it('says a moment once, though two days are put off to it', () => {
    const after = Date.parse('2026-12-24T13:00:00Z');
    expect(next({ cron: '0 9 25,26 12 *', holidays: 'next_day' }, 2, after)).toEqual([
      '2026-12-26T12:00',
      '2027-12-26T12:00',
    ]);
  });

  it('keeps the hour on the wall when clocks move', () => {
    const after = Date.parse('2026-10-24T12:00:00Z');
    expect(next({ cron: '0 9 * * *', zone: 'Europe/Lisbon' }, 2, after)).toEqual([
      '2026-10-25T09:00',
      '2026-10-26T09:00',
    ]);
    expect(next({ cron: '0 9 * * *', zone: 'Europe/Lisbon' }, 1, Date.parse('2026-10-23T12:00:00Z'))).toEqual(
      ['2026-10-24T08:00'],
    );
  });

  it.each([[{ cron: '0 9 30 2 *' }], [{ cron: 'amanhã' }], [{ cron: '* * * * *' }], [{ zone: 'Lua/Mar' }]])(
    'finds nothing for %j',
    (change) => {
      expect(next(change)).toEqual([]);
    },
  );
});
