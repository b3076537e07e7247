/** A day of the calendar, wherever it is lived. */
export interface CalendarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

export interface Holiday {
  /** YYYY-MM-DD. */
  date: string;
  /** Names the day; people read it in their own language. */
  key: HolidayKey;
  /** A day off by law, or one that most take off (ponto facultativo). */
  kind: 'national' | 'optional';
}

export type HolidayKey = (typeof FIXED)[number]['key'] | (typeof AROUND_EASTER)[number]['key'];

/**
 * National holidays of Brazil on fixed days: Lei 662/1949 as Lei 10.607/2002 has it, Lei 6.802/1980 (12 October), and
 * Lei 14.759/2023 (20 November, the first in 2024).
 */
const FIXED = [
  { key: 'newYear', month: 1, day: 1, since: 1949 },
  { key: 'tiradentes', month: 4, day: 21, since: 1951 },
  { key: 'labourDay', month: 5, day: 1, since: 1949 },
  { key: 'independence', month: 9, day: 7, since: 1949 },
  { key: 'aparecida', month: 10, day: 12, since: 1980 },
  { key: 'allSouls', month: 11, day: 2, since: 2003 },
  { key: 'republic', month: 11, day: 15, since: 1949 },
  { key: 'consciousness', month: 11, day: 20, since: 2024 },
  { key: 'christmas', month: 12, day: 25, since: 1949 },
] as const;

/**
 * Days counted from Easter Sunday. Good Friday is the religious holiday of Lei 9.093/1995, art. 2, kept in the whole
 * country; Carnival and Corpus Christi are "ponto facultativo" in the yearly portaria of the federal government.
 */
const AROUND_EASTER = [
  { key: 'carnivalMonday', days: -48, kind: 'optional' },
  { key: 'carnivalTuesday', days: -47, kind: 'optional' },
  { key: 'goodFriday', days: -2, kind: 'national' },
  { key: 'corpusChristi', days: 60, kind: 'optional' },
] as const;

const DAY_MS = 24 * 3_600_000;
const known = new Map<number, readonly Holiday[]>();

/** Brazil's holidays of one year, in their order. */
export function brazilianHolidays(year: number): readonly Holiday[] {
  let holidays = known.get(year);
  if (holidays === undefined) {
    holidays = holidaysOf(year);
    known.set(year, holidays);
  }
  return holidays;
}

/** Whether that day is one on which all of Brazil rests. */
export function isNationalHoliday(day: CalendarDate): boolean {
  const date = isoDate(day);
  return brazilianHolidays(day.year).some((holiday) => holiday.date === date && holiday.kind === 'national');
}

/** The next holidays on or after a day (YYYY-MM-DD), the nearest first. */
export function nextHolidays(from: string, count: number, optional: boolean): Holiday[] {
  const year = Number(from.slice(0, 4));
  return [year, year + 1]
    .flatMap((one) => brazilianHolidays(one))
    .filter((holiday) => holiday.date >= from && (optional || holiday.kind === 'national'))
    .slice(0, count);
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus: Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return { year, month, day };
}

/** YYYY-MM-DD. */
export function isoDate({ year, month, day }: CalendarDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day that comes `days` after this one. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day) + days * DAY_MS);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year);
  return [
    ...FIXED.filter(({ since }) => year >= since).map(({ key, month, day }) => ({
      key,
      date: isoDate({ year, month, day }),
      kind: 'national' as const,
    })),
    ...AROUND_EASTER.map(({ key, days, kind }) => ({ key, date: isoDate(addDays(easter, days)), kind })),
  ].sort((one, other) => one.date.localeCompare(other.date));
}
