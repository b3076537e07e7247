import { addDays, type CalendarDate, isNationalHoliday } from '../../../hours/holidays';
import { isTimeZone, momentOf, wallTime } from '../../../hours/zoned-time';
import { type CronParts, readCron } from './cron';

export interface ScheduleSettings {
  cron: string;
  zone: string;
  holidays: 'run' | 'skip' | 'next_day';
}

/** Longer than until the next 29 February on a given weekday is not looked ahead. */
const MOST_DAYS = 366 * 5;

/**
 * When a schedule begins next (Unix ms), the soonest first: as the engine counts, where a day must fit by date and by
 * weekday; and as holidays move it (services/flow/begin-audience.ts).
 *
 * @returns fewer than `count`, or none, for what never comes or cannot be read
 */
export function nextDates(settings: ScheduleSettings, after: number, count: number): number[] {
  const { cron, zone, holidays } = settings;
  const parts = readCron(cron);
  if (parts === undefined || !isTimeZone(zone)) return [];
  const found: number[] = [];
  const today = wallTime(after, zone);
  // What a holiday has put off may be still to come.
  for (let ahead = -7; ahead < MOST_DAYS && found.length < count * 2; ahead += 1) {
    const day = addDays(today, ahead);
    if (!fits(parts, day)) continue;
    const begun = holidays === 'next_day' ? afterHolidays(day) : day;
    if (holidays === 'skip' && isNationalHoliday(day)) continue;
    for (const hour of parts.hours) {
      for (const minute of parts.minutes) {
        const moment = momentOf(begun, hour * 60 + minute, zone);
        if (moment > after) found.push(moment);
      }
    }
  }
  return [...new Set(found)].sort((one, other) => one - other).slice(0, count);
}

function fits({ days, months, weekdays }: CronParts, { year, month, day }: CalendarDate): boolean {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return days.includes(day) && months.includes(month) && weekdays.includes(weekday);
}

function afterHolidays(day: CalendarDate): CalendarDate {
  let working = day;
  while (isNationalHoliday(working)) working = addDays(working, 1);
  return working;
}
