import { normalizePhone } from './phone';

/** A name by which a provider calls a person. The phone is one of them, never "the" key. */
export interface ContactIdentity {
  kind: 'phone' | 'lid';
  value: string;
}

/**
 * Reads a WhatsApp address (JID). `…@lid` is a privacy id whose digits are no phone; groups, broadcasts and
 * newsletters are nobody.
 */
export function identityOfAddress(address: string): ContactIdentity | undefined {
  const match = /^([0-9]+)(?::\d+)?@(s\.whatsapp\.net|c\.us|lid)$/.exec(address);
  if (!match?.[1]) return undefined;
  if (match[2] === 'lid') return { kind: 'lid', value: match[1] };
  const phone = normalizePhone(match[1]);
  return phone === undefined ? undefined : { kind: 'phone', value: phone };
}
