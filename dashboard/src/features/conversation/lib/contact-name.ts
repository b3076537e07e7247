import type { Conversation } from '../../../lib/api/types';
import { formatPhone } from '../../../lib/format/phone';

/** A name, else the number, else nothing: the caller says "no name" in its language. */
export function contactName(contact: Conversation['contact']): string | undefined {
  if (contact.name !== null && contact.name.trim() !== '') return contact.name;
  return contact.phone === null ? undefined : formatPhone(contact.phone);
}

/** As one would say it to a person: Marina Souza → Marina. */
export function firstName(name: string): string {
  return name.startsWith('+') ? name : (name.trim().split(/\s+/)[0] ?? name);
}
