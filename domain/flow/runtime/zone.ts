export interface LocalParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** What calendar and clock show in a zone. A zone nobody knows is read as UTC. */
export function localParts(instant: number, zone: string): LocalParts {
  const shifted = new Date(instant + offset(instant, zone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

export function isZone(zone: string): boolean {
  return zone === 'UTC' || format(zone) !== null;
}

/** Milliseconds that the zone is ahead of UTC. */
function offset(instant: number, zone: string): number {
  const using = zone === 'UTC' ? null : format(zone);
  if (!using || Math.abs(instant) > 8.6e15 - 1e9) return 0;
  const found: Record<string, number> = {};
  for (const { type, value } of using.formatToParts(instant)) found[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour % 24, minute, second) - Math.floor(instant / 1000) * 1000;
}

function format(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // Not a zone: remembered as such, up to a point, since names come from tenants.
  }
  if (formats.size < 500) formats.set(zone, made);
  return made;
}
