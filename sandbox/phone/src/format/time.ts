import { strings } from '../strings';

const DAY_MS = 86_400_000;

const clock = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat('pt-BR', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const date = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: 'short' });

export function timeOf(at: number): string {
  return clock.format(at);
}

export function secondOf(at: number): string {
  return clockWithSeconds.format(at);
}

/** "Hoje", "Ontem" or a date. */
export function dayOf(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return strings.chat.today;
  return days === 1 ? strings.chat.yesterday : date.format(at);
}

/** The time of today, the day of anything older. */
export function whenOf(at: number, now = Date.now()): string {
  const day = dayOf(at, now);
  return day === strings.chat.today ? timeOf(at) : day;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
