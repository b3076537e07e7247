import { addDays, type CalendarDate } from './holidays';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A clock on the wall of some place. */
export interface WallTime extends CalendarDate {
  /** Since midnight, 0 to 1439. */
  minute: number;
}

/** Making a formatter costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that this computer does not know */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'narrow',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    clockOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** What the wall of `timeZone` shows at a moment (Unix ms). */
export function wallTime(at: number, timeZone: string): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, minute: hour * 60 + minute };
}

/**
 * The moment (Unix ms) at which the wall of `timeZone` shows `minute` minutes after midnight of `date`; more than a
 * day's worth goes on to the next. A time that comes twice (clocks set back) is its first coming; one that never
 * comes (clocks set forward) is as much later as the clocks were moved.
 */
export function momentOf(date: CalendarDate, minute: number, timeZone: string): number {
  const day = addDays(date, Math.floor(minute / 1_440));
  const asUtc = Date.UTC(day.year, day.month - 1, day.day) + (minute % 1_440) * MINUTE_MS;
  const before = asUtc - offsetAt(asUtc - DAY_MS, timeZone);
  const after = asUtc - offsetAt(asUtc + DAY_MS, timeZone);
  const real = [before, after].filter((moment) => moment + offsetAt(moment, timeZone) === asUtc);
  return real.length === 0 ? before : Math.min(...real);
}

/** How far the wall is ahead of UTC (ms). */
function offsetAt(at: number, timeZone: string): number {
  const wall = wallTime(at, timeZone);
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day) + wall.minute * MINUTE_MS;
  return shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
