import type { Conversation } from '../../../lib/api/types';
import { formatPhone } from '../../../lib/format/phone';

/** A name, else the number, else nothing: the caller says "no name" in its language. */
export function contactName(contact: Conversation['contact']): string | undefined {
  if (contact.name !== null && contact.name.trim() !== '') return contact.name;
  return contact.phone === null ? undefined : formatPhone(contact.phone);
}

/** Words that are no name by themselves. */
const TITLES = /^(dona|seu|sr|sra|srta|dr|dra|prof|profa|don|doña|mr|mrs|ms)\.?$/i;

/** As one would say it to a person: Marina Souza → Marina, Dona Cida Ramos → Dona Cida. */
export function firstName(name: string): string {
  if (name.startsWith('+')) return name;
  const [first = name, second] = name.trim().split(/\s+/);
  return second !== undefined && TITLES.test(first) ? `${first} ${second}` : first;
}
