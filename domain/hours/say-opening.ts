import { wallTime } from './zoned-time';

/** A message's languages, by the first part of a locale. */
const WORDS = {
  pt: { today: 'hoje às', tomorrow: 'amanhã às', at: 'às' },
  en: { today: 'today at', tomorrow: 'tomorrow at', at: 'at' },
  es: { today: 'hoy a las', tomorrow: 'mañana a las', at: 'a las' },
};

const DAY_MS = 24 * 3_600_000;

/**
 * When people are back, as one says it: "hoje às 14:00", "segunda-feira, 5 de janeiro, às 08:00".
 *
 * @param locale BCP 47; what is not known is said in Portuguese
 */
export function sayOpening(opensAt: number, now: number, timeZone: string, locale: string): string {
  const language = locale.slice(0, 2);
  const known = language === 'en' || language === 'es' ? language : 'pt';
  const words = WORDS[known];
  const time = new Intl.DateTimeFormat('pt-BR', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    opensAt,
  );
  const days = daysBetween(now, opensAt, timeZone);
  if (days === 0) return `${words.today} ${time}`;
  if (days === 1) return `${words.tomorrow} ${time}`;
  const date = new Intl.DateTimeFormat(known === 'pt' ? 'pt-BR' : locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(opensAt);
  return `${date}, ${words.at} ${time}`;
}

/** Midnights between two moments, as the wall of `timeZone` counts them. */
function daysBetween(from: number, to: number, timeZone: string): number {
  const midnight = (at: number) => {
    const { year, month, day } = wallTime(at, timeZone);
    return Date.UTC(year, month - 1, day);
  };
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}
