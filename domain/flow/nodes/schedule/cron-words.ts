import type { FlowLocale } from '../../define-node';
import { type CronParts, readCron } from './cron';

/** More of them are no sentence any more. */
const MOST_TIMES = 3;
const MOST_DATES = 4;
const [ALL_HOURS, ALL_DATES, ALL_MONTHS, ALL_DAYS] = [24, 31, 12, 7];
const WORKDAYS = '1,2,3,4,5';

interface Language {
  and: string;
  everyDay: string;
  workdays: string;
  /** From Sunday. */
  everyWeekday: readonly string[];
  /** Several weekdays in a list, from Sunday. */
  weekdays: readonly string[];
  inList: (days: string) => string;
  dates: (dates: string, several: boolean) => string;
  /** `early`: the first hour is one o'clock, which Portuguese and Spanish name in the singular. */
  at: (times: string, early: boolean) => string;
  everyHour: string;
  everyMinutes: (minutes: number) => string;
}

const LANGUAGES: Record<FlowLocale, Language> = {
  'pt-BR': {
    and: 'e',
    everyDay: 'todo dia',
    workdays: 'dias úteis',
    everyWeekday: [
      'todo domingo',
      'toda segunda',
      'toda terça',
      'toda quarta',
      'toda quinta',
      'toda sexta',
      'todo sábado',
    ],
    weekdays: ['domingos', 'segundas', 'terças', 'quartas', 'quintas', 'sextas', 'sábados'],
    inList: (days) => days,
    dates: (dates, several) => `${several ? 'dias' : 'dia'} ${dates} de cada mês`,
    at: (times, early) => `${early ? 'à' : 'às'} ${times}`,
    everyHour: 'de hora em hora',
    everyMinutes: (minutes) => `a cada ${minutes} minutos`,
  },
  en: {
    and: 'and',
    everyDay: 'every day',
    workdays: 'on weekdays',
    everyWeekday: [
      'every Sunday',
      'every Monday',
      'every Tuesday',
      'every Wednesday',
      'every Thursday',
      'every Friday',
      'every Saturday',
    ],
    weekdays: ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'],
    inList: (days) => `on ${days}`,
    dates: (dates, several) => `on ${several ? 'days' : 'day'} ${dates} of every month`,
    at: (times) => `at ${times}`,
    everyHour: 'every hour',
    everyMinutes: (minutes) => `every ${minutes} minutes`,
  },
  es: {
    and: 'y',
    everyDay: 'todos los días',
    workdays: 'días hábiles',
    everyWeekday: [
      'todos los domingos',
      'todos los lunes',
      'todos los martes',
      'todos los miércoles',
      'todos los jueves',
      'todos los viernes',
      'todos los sábados',
    ],
    weekdays: ['domingos', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábados'],
    inList: (days) => days,
    dates: (dates, several) => `${several ? 'los días' : 'el día'} ${dates} de cada mes`,
    at: (times, early) => `${early ? 'a la' : 'a las'} ${times}`,
    everyHour: 'cada hora',
    everyMinutes: (minutes) => `cada ${minutes} minutos`,
  },
};

/** A schedule as people say it ("dias úteis às 8:30"); what is no short sentence, or no schedule, stays as it is. */
export function cronInWords(cron: string, locale: FlowLocale): string {
  const parts = readCron(cron);
  const language = LANGUAGES[locale];
  const days = parts && daysOf(parts, language);
  const times = parts && timesOf(parts, language);
  if (days === undefined || times === undefined) return cron.trim();
  return days === '' ? times : `${days} ${times}`;
}

function daysOf(parts: CronParts, language: Language): string | undefined {
  const { days, months, weekdays } = parts;
  if (months.length < ALL_MONTHS) return undefined;
  const anyDate = days.length === ALL_DATES;
  if (!anyDate) {
    if (weekdays.length < ALL_DAYS || days.length > MOST_DATES) return undefined;
    return language.dates(listed(days.map(String), language), days.length > 1);
  }
  if (weekdays.length === ALL_DAYS) return isThroughTheDay(parts) ? '' : language.everyDay;
  // The week begins on Monday.
  const sorted = weekdays.toSorted((one, other) => ((one + 6) % 7) - ((other + 6) % 7));
  if (sorted.join(',') === WORKDAYS) return language.workdays;
  const [only = 0] = sorted;
  if (sorted.length === 1) return language.everyWeekday[only];
  return language.inList(
    listed(
      sorted.map((day) => language.weekdays[day] ?? ''),
      language,
    ),
  );
}

function timesOf(parts: CronParts, language: Language): string | undefined {
  const { minutes, hours } = parts;
  const [first = 0, second = 0] = minutes;
  if (isThroughTheDay(parts)) {
    if (first !== 0) return undefined;
    if (minutes.length === 1) return language.everyHour;
    const even = 60 % second === 0 && minutes.every((minute, index) => minute === index * second);
    return even && minutes.length === 60 / second ? language.everyMinutes(second) : undefined;
  }
  const times = hours.flatMap((hour) =>
    minutes.map((minute) => `${hour}:${String(minute).padStart(2, '0')}`),
  );
  return times.length > MOST_TIMES ? undefined : language.at(listed(times, language), hours[0] === 1);
}

function isThroughTheDay({ hours }: CronParts): boolean {
  return hours.length === ALL_HOURS;
}

function listed(items: string[], { and }: Language): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
