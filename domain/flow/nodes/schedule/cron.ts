const FIELDS: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];
/** Minutes between two runs, at least. */
const LEAST_MINUTES = 5;

/** Five fields of numbers, `*`, `a-b`, steps and lists, no more often than every five minutes. */
export function isCron(text: string): boolean {
  return readCron(text) !== undefined;
}

/** When a schedule fires; what it may be of each part of a date, ascending. A weekday of 0 is Sunday. */
export interface CronParts {
  minutes: number[];
  hours: number[];
  days: number[];
  months: number[];
  weekdays: number[];
}

/** Undefined for what `isCron` refuses. */
export function readCron(text: string): CronParts | undefined {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) return undefined;
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    expand(field, FIELDS[index] ?? [0, 0]),
  );
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const gaps = minutes.map((minute, index) => (minutes[index + 1] ?? (minutes[0] ?? 0) + 60) - minute);
  if (Math.min(...gaps) < LEAST_MINUTES) return undefined;
  return { minutes, hours, days, months, weekdays: [...new Set(weekdays.map((weekday) => weekday % 7))] };
}

function expand(field: string, [least, most]: readonly [number, number]): number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (!match) return undefined;
    const from = match[1] === undefined ? least : Number(match[1]);
    const to =
      match[2] !== undefined
        ? Number(match[2])
        : match[1] === undefined || match[3] !== undefined
          ? most
          : from;
    const step = Number(match[3] ?? 1);
    if (from < least || to > most || from > to || step < 1) return undefined;
    for (let value = from; value <= to; value += step) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}
