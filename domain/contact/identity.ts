import { normalizePhone } from './phone';

/**
 * phone: E.164 digits, Brazilian mobiles with their ninth digit. lid: WhatsApp's privacy id. bsuid, username: how the
 * Cloud API names people who hide their phone (protocols: `user_id` and `username`). group: a WhatsApp group.
 */
export const IDENTITY_KINDS = ['phone', 'lid', 'bsuid', 'username', 'group'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** A name by which a provider calls a person. The phone is one of them, never "the" key. */
export interface ContactIdentity {
  kind: IdentityKind;
  value: string;
}

/**
 * Every way WhatsApp may spell an address: a Brazilian mobile is stored with or without its ninth digit, whichever
 * was sent to.
 */
export function spellingsOfAddress(address: string): string[] {
  const mobile = /^55([1-9]\d)9?([6-9]\d{7})(@(?:s\.whatsapp\.net|c\.us))$/.exec(address);
  if (!mobile) return [address];
  const [, area = '', number = '', host = ''] = mobile;
  return [`55${area}9${number}${host}`, `55${area}${number}${host}`];
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
