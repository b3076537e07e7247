import type { Conversation } from '../api/types';
import { formatPhone } from './phone';

/** A name, else the number, else nothing: the caller says "no name" in its language. */
export function contactName(contact: Conversation['contact']): string | undefined {
  const name = contact.name?.trim() ?? '';
  // Some phones give their number where a name is asked for.
  const number = /^\+?(\d{8,15})$/.exec(name)?.[1] ?? (name === '' ? contact.phone : null);
  if (number !== null) return formatPhone(number);
  return name === '' ? undefined : name;
}

/** Words that are no name by themselves. */
const TITLES = /^(dona|seu|sr|sra|srta|dr|dra|prof|profa|don|doña|mr|mrs|ms)\.?$/i;

/** As one would say it to a person: Marina Souza → Marina, Dona Cida Ramos → Dona Cida. */
export function firstName(name: string): string {
  if (name.startsWith('+')) return name;
  const [first = name, second] = name.trim().split(/\s+/);
  return second !== undefined && TITLES.test(first) ? `${first} ${second}` : first;
}
