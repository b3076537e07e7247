import {
  addOpenTime,
  DEFAULT_HOURS,
  isOpen,
  nextOpening,
  openSince,
  type OpeningHours,
} from './opening-hours';

const HOUR = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const said = (moment: number | null) =>
  moment === null ? null : new Date(moment).toISOString().slice(0, 16);
const everyDay = (days: number[], opens: string, closes: string) =>
  days.map((day) => ({ day, opens, closes }));
const WEEKDAYS = [1, 2, 3, 4, 5];

/** Monday to Friday, 8 to 12 and 13 to 18 in São Paulo (UTC−3). */
const OFFICE: OpeningHours = {
  ...DEFAULT_HOURS,
  timeZone: 'America/Sao_Paulo',
  weekly: [...everyDay(WEEKDAYS, '13:00', '18:00'), ...everyDay(WEEKDAYS, '08:00', '12:00')],
};
/** Friday and Saturday night, 18 to 2. */
const BAR: OpeningHours = { ...OFFICE, weekly: everyDay([5, 6], '18:00', '02:00') };
const NEW_YORK: OpeningHours = {
  ...OFFICE,
  timeZone: 'America/New_York',
  holidays: false,
  weekly: everyDay([0], '01:00', '04:00'),
};
const NEVER_CLOSED: OpeningHours = {
  ...OFFICE,
  holidays: false,
  weekly: everyDay([0, 1, 2, 3, 4, 5, 6], '00:00', '00:00'),
};
const NO_HOURS: OpeningHours = { ...OFFICE, weekly: [] };

describe('isOpen and nextOpening', () => {
  it.each<[string, OpeningHours, string, string | null]>([
    // null: open now.
    ['in the morning', OFFICE, '2026-01-05T11:00Z', null],
    ['a minute before', OFFICE, '2026-01-05T10:59Z', '2026-01-05T11:00'],
    ['at noon', OFFICE, '2026-01-05T15:00Z', '2026-01-05T16:00'],
    ['at closing time', OFFICE, '2026-01-05T21:00Z', '2026-01-06T11:00'],
    ['on Friday night', OFFICE, '2026-01-09T23:00Z', '2026-01-12T11:00'],
    ['after midnight of UTC, before that of the place', OFFICE, '2026-01-07T01:00Z', '2026-01-07T11:00'],
    ['on the last day of the year', OFFICE, '2026-12-31T22:00Z', '2027-01-04T11:00'],
    ['on Good Friday', OFFICE, '2026-04-03T14:00Z', '2026-04-06T11:00'],
    ['at Carnival, which is worked', OFFICE, '2026-02-16T14:00Z', null],
    [
      'at Carnival, which is not',
      { ...OFFICE, optionalHolidays: true },
      '2026-02-16T14:00Z',
      '2026-02-18T11:00',
    ],
    ['on a holiday that is worked', { ...OFFICE, holidays: false }, '2026-04-21T14:00Z', null],
    ['in a night that began yesterday', BAR, '2026-01-10T04:59Z', null],
    ['when that night is over', BAR, '2026-01-10T05:00Z', '2026-01-10T21:00'],
    ['in a night that runs into a holiday', BAR, '2027-01-01T23:00Z', '2027-01-02T21:00'],
    ['in New York, the night the clocks go forward', NEW_YORK, '2026-03-08T07:59Z', null],
    ['and its end comes an hour sooner', NEW_YORK, '2026-03-08T08:00Z', '2026-03-15T05:00'],
    ['the night the clocks go back', NEW_YORK, '2026-11-01T08:59Z', null],
    ['who never closes', NEVER_CLOSED, '2026-01-05T03:00Z', null],
    ['who keeps no hours', NO_HOURS, '2026-12-25T03:00Z', null],
  ])('%s', (_, hours, now, opens) => {
    expect([isOpen(hours, at(now)), said(nextOpening(hours, at(now)))]).toEqual([opens === null, opens]);
  });

  it('go by a day of its own before weekday and holiday', () => {
    const hours: OpeningHours = {
      ...OFFICE,
      extraDates: [
        { date: '2026-12-25', name: 'Plantão', open: [{ opens: '09:00', closes: '11:00' }] },
        { date: '2026-12-28', name: 'Recesso', open: [] },
      ],
    };
    expect(isOpen(hours, at('2026-12-25T12:30Z'))).toBe(true);
    expect(said(nextOpening(hours, at('2026-12-25T14:00Z')))).toBe('2026-12-29T11:00');
  });

  it('do not find an opening where there is none', () => {
    const onlySundays = everyDay([0], '08:00', '12:00');
    const closed = Array.from({ length: 60 }, (_, week) => ({
      date: new Date(at('2026-01-04') + week * 7 * 24 * HOUR).toISOString().slice(0, 10),
      name: '',
      open: [],
    }));
    const hours = { ...OFFICE, weekly: onlySundays, extraDates: closed };
    expect([isOpen(hours, at('2026-01-05')), nextOpening(hours, at('2026-01-05'))]).toEqual([false, null]);
  });
});

describe('openSince', () => {
  it.each<[string, OpeningHours, string, string | null]>([
    ['since the morning', OFFICE, '2026-01-05T14:30Z', '2026-01-05T11:00'],
    ['since noon', OFFICE, '2026-01-05T20:00Z', '2026-01-05T16:00'],
    ['closed', OFFICE, '2026-01-05T15:30Z', null],
    ['since last night', BAR, '2026-01-10T04:00Z', '2026-01-09T21:00'],
    ['without hours', NO_HOURS, '2026-01-05T14:30Z', null],
  ])('%s', (_, hours, now, since) => {
    expect(said(openSince(hours, at(now)))).toBe(since);
  });

  it('of who never closes is long ago', () => {
    const now = at('2026-01-05T14:30Z');
    expect(now - (openSince(NEVER_CLOSED, now) ?? now)).toBeGreaterThan(48 * HOUR);
  });
});

describe('addOpenTime', () => {
  it.each<[string, OpeningHours, string, number, string]>([
    ['within a morning', OFFICE, '2026-01-05T11:00Z', 2, '2026-01-05T13:00'],
    ['over lunch', OFFICE, '2026-01-05T14:00Z', 2, '2026-01-05T17:00'],
    ['over a weekend', OFFICE, '2026-01-09T20:00Z', 3, '2026-01-12T13:00'],
    ['from the night', OFFICE, '2026-01-06T03:00Z', 1, '2026-01-06T12:00'],
    ['24 hours of 9 a day', OFFICE, '2026-01-05T11:00Z', 24, '2026-01-07T18:00'],
    ['over the end of the year', OFFICE, '2026-12-31T20:00Z', 2, '2027-01-04T12:00'],
    ['over clocks set forward: three hours are two', NEW_YORK, '2026-03-08T06:00Z', 3, '2026-03-15T06:00'],
    ['over clocks set back: three hours are four', NEW_YORK, '2026-11-01T05:00Z', 4, '2026-11-01T09:00'],
    ['day and night', NEVER_CLOSED, '2026-01-05T11:00Z', 24, '2026-01-06T11:00'],
    ['without hours', NO_HOURS, '2026-01-05T11:00Z', 24, '2026-01-06T11:00'],
  ])('%s', (_, hours, from, open, then) => {
    expect(said(addOpenTime(hours, at(from), open * HOUR))).toBe(then);
  });
});
