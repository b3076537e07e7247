import { isTimeZone, momentOf, wallTime } from './zoned-time';

const at = (iso: string) => Date.parse(iso);

describe('wallTime', () => {
  it.each([
    ['2026-01-01T02:59:59Z', 'America/Sao_Paulo', 2025, 12, 31, 1_439],
    ['2026-01-01T03:00:00Z', 'America/Sao_Paulo', 2026, 1, 1, 0],
    ['2026-06-15T12:30:00Z', 'America/Manaus', 2026, 6, 15, 510],
    ['2026-06-15T12:30:00Z', 'Asia/Kathmandu', 2026, 6, 15, 1_095],
    ['2026-06-15T12:30:00Z', 'Pacific/Kiritimati', 2026, 6, 16, 150],
  ])('%s in %s', (moment, zone, year, month, day, minute) => {
    expect(wallTime(at(moment), zone)).toEqual({ year, month, day, minute });
  });
});

describe('momentOf', () => {
  it.each([
    // No clock is moved in Brazil since 2019.
    ['an ordinary day', { year: 2026, month: 1, day: 5 }, 480, 'America/Sao_Paulo', '2026-01-05T11:00:00Z'],
    [
      'summer time in force',
      { year: 2018, month: 12, day: 3 },
      480,
      'America/Sao_Paulo',
      '2018-12-03T10:00:00Z',
    ],
    [
      'a midnight that never came',
      { year: 2018, month: 11, day: 4 },
      0,
      'America/Sao_Paulo',
      '2018-11-04T03:00:00Z',
    ],
    [
      'the end of a day',
      { year: 2026, month: 12, day: 31 },
      1_440,
      'America/Sao_Paulo',
      '2027-01-01T03:00:00Z',
    ],
    ['clocks set forward', { year: 2026, month: 3, day: 8 }, 150, 'America/New_York', '2026-03-08T07:30:00Z'],
    ['clocks set back', { year: 2026, month: 11, day: 1 }, 90, 'America/New_York', '2026-11-01T05:30:00Z'],
    [
      'after clocks were set back',
      { year: 2026, month: 11, day: 1 },
      180,
      'America/New_York',
      '2026-11-01T08:00:00Z',
    ],
    [
      'half an hour of summer',
      { year: 2026, month: 1, day: 5 },
      480,
      'Australia/Lord_Howe',
      '2026-01-04T21:00:00Z',
    ],
  ])('%s', (_, date, minute, zone, moment) => {
    expect(new Date(momentOf(date, minute, zone)).toISOString()).toBe(new Date(moment).toISOString());
  });
});

describe('isTimeZone', () => {
  it.each([
    ['America/Sao_Paulo', true],
    ['Europe/Lisbon', true],
    ['Brasil/Aqui', false],
    ['', false],
  ])('%s: %s', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});
