import { brazilianHolidays, easterSunday, isoDate, nextHolidays } from './holidays';

describe('easterSunday', () => {
  // Published tables: the earliest and the latest there is, century years, and the years to come.
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1900, '1900-04-15'],
    [2000, '2000-04-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2100, '2100-03-28'],
    [2285, '2285-03-22'],
  ])('%d', (year, date) => {
    expect(isoDate(easterSunday(year))).toBe(date);
  });
});

describe('brazilianHolidays', () => {
  it('are those of the law, around Easter too', () => {
    const days = brazilianHolidays(2026).map(({ date, key, kind }) => `${date} ${key} ${kind}`);
    expect(days).toEqual([
      '2026-01-01 newYear national',
      '2026-02-16 carnivalMonday optional',
      '2026-02-17 carnivalTuesday optional',
      '2026-04-03 goodFriday national',
      '2026-04-21 tiradentes national',
      '2026-05-01 labourDay national',
      '2026-06-04 corpusChristi optional',
      '2026-09-07 independence national',
      '2026-10-12 aparecida national',
      '2026-11-02 allSouls national',
      '2026-11-15 republic national',
      '2026-11-20 consciousness national',
      '2026-12-25 christmas national',
    ]);
  });

  it.each([
    [2023, false],
    [2024, true],
  ])('know 20 November of %d: %s', (year, there) => {
    expect(brazilianHolidays(year).some(({ key }) => key === 'consciousness')).toBe(there);
  });

  it.each([
    [2024, '2024-02-13', '2024-05-30'],
    [2025, '2025-03-04', '2025-06-19'],
    [2027, '2027-02-09', '2027-05-27'],
  ])('move Carnival and Corpus Christi with Easter: %d', (year, carnival, corpus) => {
    const of = (key: string) => brazilianHolidays(year).find((holiday) => holiday.key === key)?.date;
    expect([of('carnivalTuesday'), of('corpusChristi')]).toEqual([carnival, corpus]);
  });
});

describe('nextHolidays', () => {
  it('go on into the next year, today included', () => {
    expect(nextHolidays('2026-12-25', 3, false).map(({ date }) => date)).toEqual([
      '2026-12-25',
      '2027-01-01',
      '2027-03-26',
    ]);
  });

  it('name the optional ones where they are kept', () => {
    expect(nextHolidays('2027-01-02', 2, true).map(({ key }) => key)).toEqual([
      'carnivalMonday',
      'carnivalTuesday',
    ]);
  });
});
