export const UNITS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type Unit = keyof typeof UNITS;

const LARGEST_FIRST: Unit[] = ['day', 'hour', 'minute', 'second'];

/** A time as a field shows it. The figure is what was typed: not every typing is a number. */
export interface DurationField {
  amount: string;
  unit: Unit;
}

/**
 * Milliseconds in the largest of `allowed` in which they come out even; fractions of a second where they must. A
 * single day is shown as 24 hours, as everybody here calls it.
 */
export function toDurationField(ms: number, allowed: readonly Unit[]): DurationField {
  const even = LARGEST_FIRST.find((unit) => {
    const least = unit === 'day' ? 2 * UNITS.day : UNITS[unit];
    return allowed.includes(unit) && ms >= least && ms % UNITS[unit] === 0;
  });
  const unit = even ?? LARGEST_FIRST.findLast((one) => allowed.includes(one)) ?? 'second';
  return { amount: String(ms / UNITS[unit]), unit };
}

/** Undefined for what is no figure. Takes the decimal comma. */
export function toMilliseconds({ amount, unit }: DurationField): number | undefined {
  const figure = amount.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(figure)) return undefined;
  return Math.round(Number(figure) * UNITS[unit]);
}
