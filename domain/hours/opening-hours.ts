import { addDays, brazilianHolidays, type CalendarDate, isoDate } from './holidays';
import { momentOf, wallTime } from './zoned-time';

/** From and to on the wall, HH:MM. One that closes at or before it opens runs into the next day. */
export interface OpenInterval {
  opens: string;
  closes: string;
}

export interface WeeklyInterval extends OpenInterval {
  /** 0 is Sunday. */
  day: number;
}

/** A day unlike its weekday: closed when nothing is open. */
export interface ExtraDate {
  /** YYYY-MM-DD. */
  date: string;
  name: string;
  open: OpenInterval[];
}

/** When a tenant's people are there, and what is different when they are not. */
export interface OpeningHours {
  /** IANA. */
  timeZone: string;
  /** Empty: no hours are kept, somebody may always be there. */
  weekly: WeeklyInterval[];
  extraDates: ExtraDate[];
  /** National holidays are closed. */
  holidays: boolean;
  /** Carnival and Corpus Christi are closed too. */
  optionalHolidays: boolean;
  /** The AI answers day and night. */
  aiAnswers: boolean;
  /** Where it does not: what customers write waits for the opening, or goes to people. */
  whileClosed: WhileClosed;
  /** A person's time to answer runs in open hours only. */
  returnInOpenHours: boolean;
}

export const WhileClosed = { wait: 'wait', handover: 'handover' } as const;
export type WhileClosed = (typeof WhileClosed)[keyof typeof WhileClosed];

export const DEFAULT_HOURS: Omit<OpeningHours, 'timeZone'> = {
  weekly: [],
  extraDates: [],
  holidays: true,
  optionalHolidays: false,
  aiAnswers: true,
  whileClosed: WhileClosed.wait,
  returnInOpenHours: false,
};

export const WEEKLY_INTERVALS_MAX = 42;
export const EXTRA_DATES_MAX = 200;
export const INTERVALS_A_DAY_MAX = 6;
export const WALL_TIME_PATTERN = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time during which people are there, Unix ms, the end not included. */
export interface OpenPeriod {
  start: number;
  end: number;
}

/** Looking for an opening ends after this many days: whoever is closed for a year does not open. */
const HORIZON_DAYS = 370;

/** People may be there: no hours are kept, or it is open. */
export function isOpen(hours: OpeningHours, at: number): boolean {
  return openPeriodAt(hours, at) !== null;
}

/** When it opens next (Unix ms); null while it is open, and when it does not open within a year. */
export function nextOpening(hours: OpeningHours, at: number): number | null {
  if (isOpen(hours, at)) return null;
  for (const period of openPeriods(hours, at)) return period.start;
  return null;
}

/** Since when it has been open (Unix ms); null while it is closed, and when no hours are kept. */
export function openSince(hours: OpeningHours, at: number): number | null {
  if (hours.weekly.length === 0) return null;
  let since: number | null = null;
  let end = Number.NEGATIVE_INFINITY;
  // Far enough back for a night shift; who never closes has been open for long enough.
  for (const period of openPeriods(hours, at - 3 * 24 * 3_600_000)) {
    if (period.start > at) break;
    if (period.start > end) since = period.start;
    end = period.end;
  }
  return end > at ? since : null;
}

/** The moment at which `ms` of open time have passed since `at`; plain time where no hours are kept. */
export function addOpenTime(hours: OpeningHours, at: number, ms: number): number {
  if (hours.weekly.length === 0) return at + ms;
  let left = ms;
  for (const period of openPeriods(hours, at)) {
    const start = Math.max(period.start, at);
    if (period.end - start >= left) return start + left;
    left -= period.end - start;
  }
  return at + ms;
}

function openPeriodAt(hours: OpeningHours, at: number): OpenPeriod | null {
  if (hours.weekly.length === 0) return { start: at, end: Number.POSITIVE_INFINITY };
  for (const period of openPeriods(hours, at)) return period.start <= at ? period : null;
  return null;
}

/** Periods that end after `from`, in their order and without overlap; two may touch. */
function* openPeriods(hours: OpeningHours, from: number): Generator<OpenPeriod> {
  const today = wallTime(from, hours.timeZone);
  let coveredUntil = from;
  let first = true;
  // Yesterday's night may not be over.
  for (let ahead = -1; ahead <= HORIZON_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    for (const { opens, closes } of intervalsOf(hours, date)) {
      const opensAt = minutesOf(opens);
      const closesAt = minutesOf(closes);
      const opened = momentOf(date, opensAt, hours.timeZone);
      const end = momentOf(date, closesAt <= opensAt ? closesAt + 1_440 : closesAt, hours.timeZone);
      const start = first ? opened : Math.max(opened, coveredUntil);
      if (end <= coveredUntil || end <= start) continue;
      yield { start, end };
      coveredUntil = end;
      first = false;
    }
  }
}

function intervalsOf(hours: OpeningHours, date: CalendarDate): OpenInterval[] {
  const iso = isoDate(date);
  const extra = hours.extraDates.find((one) => one.date === iso);
  const intervals = extra?.open ?? (isHoliday(hours, iso) ? [] : weekdayOf(hours, date));
  return [...intervals].sort((one, other) => one.opens.localeCompare(other.opens));
}

function isHoliday(hours: OpeningHours, iso: string): boolean {
  if (!hours.holidays) return false;
  const holiday = brazilianHolidays(Number(iso.slice(0, 4))).find(({ date }) => date === iso);
  return holiday !== undefined && (holiday.kind === 'national' || hours.optionalHolidays);
}

function weekdayOf(hours: OpeningHours, { year, month, day }: CalendarDate): OpenInterval[] {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return hours.weekly.filter((interval) => interval.day === weekday);
}

/** Of HH:MM. */
function minutesOf(wall: string): number {
  return Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5));
}
