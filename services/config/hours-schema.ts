import * as z from 'zod';
import {
  DEFAULT_HOURS,
  EXTRA_DATES_MAX,
  INTERVALS_A_DAY_MAX,
  type OpeningHours,
  WALL_TIME_PATTERN,
  WEEKLY_INTERVALS_MAX,
  WhileClosed,
} from '../../domain/hours/opening-hours';

const wall = z.string().regex(WALL_TIME_PATTERN, 'HH:MM');
const intervalShape = { opens: wall, closes: wall };

/** Opening hours without their time zone: what is stored, and what the API takes. */
export const hoursShape = {
  weekly: z.array(z.strictObject({ day: z.int().min(0).max(6), ...intervalShape })).max(WEEKLY_INTERVALS_MAX),
  extraDates: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        name: z.string().trim().max(60),
        open: z.array(z.strictObject(intervalShape)).max(INTERVALS_A_DAY_MAX),
      }),
    )
    .max(EXTRA_DATES_MAX),
  holidays: z.boolean(),
  optionalHolidays: z.boolean(),
  aiAnswers: z.boolean(),
  whileClosed: z.enum(WhileClosed),
  returnInOpenHours: z.boolean(),
};

const completeSchema = z.object(hoursShape);
const storedSchema = completeSchema.partial();

/** A tenant's hours as its row has them; what was never set is as for a new tenant. */
export function readHours(stored: unknown, timeZone: string): OpeningHours {
  const known = storedSchema.parse(stored);
  return {
    timeZone,
    weekly: known.weekly ?? DEFAULT_HOURS.weekly,
    extraDates: known.extraDates ?? DEFAULT_HOURS.extraDates,
    holidays: known.holidays ?? DEFAULT_HOURS.holidays,
    optionalHolidays: known.optionalHolidays ?? DEFAULT_HOURS.optionalHolidays,
    aiAnswers: known.aiAnswers ?? DEFAULT_HOURS.aiAnswers,
    whileClosed: known.whileClosed ?? DEFAULT_HOURS.whileClosed,
    returnInOpenHours: known.returnInOpenHours ?? DEFAULT_HOURS.returnInOpenHours,
  };
}

/** As they are stored: the time zone is the tenant's own column. */
export function writeHours(hours: OpeningHours): z.infer<typeof completeSchema> {
  return completeSchema.parse(hours);
}
