/** What most schedules are: a time on some days of the week, or on one day of the month. */
export interface SimpleSchedule {
  every: 'week' | 'month';
  hour: number;
  minute: number;
  /** 0 is Sunday; all seven is every day. */
  days: number[];
  /** Day of the month. */
  date: number;
}

/** Undefined for what only cron can say; a blank at the end keeps it cron. */
export function readCron(cron: string): SimpleSchedule | undefined {
  const found = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-7](?:[-,][0-7])*)$/.exec(cron);
  if (!found) return undefined;
  const [, minute, hour, date = '*', weekdays = '*'] = found;
  if (date !== '*' && weekdays !== '*') return undefined;
  return {
    every: date === '*' ? 'week' : 'month',
    hour: Number(hour),
    minute: Number(minute),
    days: weekdays === '*' ? [0, 1, 2, 3, 4, 5, 6] : daysOf(weekdays),
    date: date === '*' ? 1 : Number(date),
  };
}

export function writeCron({ every, hour, minute, days, date }: SimpleSchedule): string {
  if (every === 'month') return `${minute} ${hour} ${date} * *`;
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  if (sorted.length === 7) return `${minute} ${hour} * * *`;
  const [first = 0] = sorted;
  const isRun = sorted.length > 2 && sorted.every((day, index) => day === first + index);
  return `${minute} ${hour} * * ${isRun ? `${first}-${sorted.at(-1)}` : sorted.join(',')}`;
}

function daysOf(text: string): number[] {
  return text.split(',').flatMap((piece) => {
    const [from = 0, to = from] = piece.split('-').map(Number);
    return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => (from + index) % 7);
  });
}
