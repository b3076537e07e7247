import type { OpenInterval, WeeklyInterval } from '../../../../../domain/hours/opening-hours';

/** Monday first, as business hours are written. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0];
const WORKDAYS = [1, 2, 3, 4, 5];

/** What a day starts with when it is opened. */
export const NEW_DAY: OpenInterval = { opens: '08:00', closes: '18:00' };

/** A week to begin with. */
export const OFFICE_WEEK: WeeklyInterval[] = WORKDAYS.map((day) => ({ day, ...NEW_DAY }));

export function intervalsOn(weekly: WeeklyInterval[], day: number): OpenInterval[] {
  return weekly.filter((interval) => interval.day === day).map(({ opens, closes }) => ({ opens, closes }));
}

export function withDay(weekly: WeeklyInterval[], day: number, intervals: OpenInterval[]): WeeklyInterval[] {
  return WEEK.flatMap((one) =>
    (one === day ? intervals : intervalsOn(weekly, one)).map((interval) => ({ day: one, ...interval })),
  );
}

/** The same hours from Monday to Friday as on one day. */
export function likeOnWorkdays(weekly: WeeklyInterval[], day: number): WeeklyInterval[] {
  const model = intervalsOn(weekly, day);
  return WORKDAYS.reduce((week, one) => withDay(week, one, model), weekly);
}

/** One more time on the same day: the afternoon, or what follows. */
export function oneMore(intervals: OpenInterval[]): OpenInterval[] {
  const last = intervals.at(-1)?.closes ?? '';
  if (last === '') return [...intervals, NEW_DAY];
  const next = last <= '13:00' ? { opens: '13:00', closes: '18:00' } : { opens: last, closes: '22:00' };
  return [...intervals, next];
}
