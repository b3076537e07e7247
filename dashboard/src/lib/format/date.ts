export interface Place {
  language: string;
  /** IANA name; undefined: this device's. */
  timeZone: string | undefined;
}

/** 2026-11-20 where it is shown: days are compared as words, since only the zone knows where one ends. */
export function dayOf(time: Date, { timeZone }: Pick<Place, 'timeZone'>): string {
  return format('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(time);
}

/** How many days before `now` the day of `time` is: 0 today, 1 yesterday. */
export function daysAgo(time: Date, now: Date, place: Pick<Place, 'timeZone'>): number {
  const days = (date: Date) => Date.parse(`${dayOf(date, place)}T00:00:00Z`) / 86_400_000;
  return days(now) - days(time);
}

/** 14:05 */
export function formatTime(time: Date, { language, timeZone }: Place): string {
  return format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time);
}

/** A moment, in full: 20 de nov. de 2026, 14:05 */
export function formatDateTime(time: Date, { language, timeZone }: Place): string {
  return format(language, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

/** The heading over a day of a timeline: "hoje", "ontem", "sexta-feira, 20 de novembro". */
export function formatDay(time: Date, now: Date, place: Place): string {
  const ago = daysAgo(time, now, place);
  if (ago === 0 || ago === 1) return capitalised(relative(place.language, 'long').format(-ago, 'day'));
  const { language, timeZone } = place;
  const sameYear = dayOf(time, place).slice(0, 4) === dayOf(now, place).slice(0, 4);
  return capitalised(
    format(language, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(sameYear ? {} : { year: 'numeric' }),
    }).format(time),
  );
}

/** A moment near today: "14:05", "ontem, 14:05", "03/11, 14:05". */
export function formatNear(time: Date, now: Date, place: Place): string {
  const clock = formatTime(time, place);
  const ago = daysAgo(time, now, place);
  if (ago === 0) return clock;
  if (ago === 1) return `${relative(place.language, 'long').format(-1, 'day')}, ${clock}`;
  const { language, timeZone } = place;
  return `${format(language, { timeZone, day: '2-digit', month: '2-digit' }).format(time)}, ${clock}`;
}

/** When the last message came, as short as it can be: "agora", "há 4 min", "14:05", "ontem", "seg.", "03/11". */
export function formatRecent(time: Date, now: Date, place: Place): string {
  const minutes = Math.floor((now.getTime() - time.getTime()) / 60_000);
  if (minutes < 1) return relative(place.language, 'narrow').format(0, 'second');
  if (minutes < 60) return withoutStop(relative(place.language, 'narrow').format(-minutes, 'minute'));
  const ago = daysAgo(time, now, place);
  if (ago === 0) return formatTime(time, place);
  if (ago === 1) return relative(place.language, 'narrow').format(-1, 'day');
  const { language, timeZone } = place;
  if (ago < 7) return withoutStop(format(language, { timeZone, weekday: 'short' }).format(time));
  return format(language, { timeZone, day: '2-digit', month: '2-digit' }).format(time);
}

/** As people call a zone: Horário Padrão de Brasília. */
export function formatTimeZone(timeZone: string, language: string): string {
  const parts = format(language, { timeZone, timeZoneName: 'long' }).formatToParts(0);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

function relative(language: string, style: 'long' | 'narrow'): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style });
}

/** Making one is slow, and a list asks for hundreds. */
const known = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = known.get(key) ?? new Intl.DateTimeFormat(language, options);
  known.set(key, found);
  return found;
}

/** Abbreviations bear one in some languages and versions; in a column of times it is noise. */
function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
