import { type ContactIdentity, identityOfAddress, spellingsOfAddress } from '../contact/identity';

/** off: the AI reads along and never speaks. mention: it answers who mentions it or quotes it. */
export const GROUP_MODES = ['off', 'mention'] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

export interface AllowedGroup {
  /** WhatsApp's address of the group, `…@g.us`. */
  jid: string;
  name: string;
}

/** Which groups a channel lets in (`channels.groups`). Without any, as it begins, all are ignored. */
export interface GroupSettings {
  mode: GroupMode;
  allowed: AllowedGroup[];
  /** Our own privacy ids, by which members of a group mention us; digits. Learned from the provider. */
  ownLids: string[];
}

export const NO_GROUPS: GroupSettings = { mode: 'off', allowed: [], ownLids: [] };
export const MAX_ALLOWED_GROUPS = 50;

/** What WhatsApp calls a group: digits, since some years without the founder's number before a hyphen. */
export const GROUP_JID_PATTERN = /^[\d-]{5,40}@g\.us$/;

/** A group's address as people paste it: with or without its host. Undefined when it cannot be one. */
export function groupJidOf(typed: string): string | undefined {
  const jid = `${typed.trim().replace(/@g\.us$/, '')}@g.us`;
  return GROUP_JID_PATTERN.test(jid) ? jid : undefined;
}

/** Said to us: somebody mentioned the number, or quoted something it had said. */
export function isSaidToUs(
  said: { mentions: ContactIdentity[]; quotesUs: boolean },
  us: { ownerAddress: string | null; ownLids: string[] },
): boolean {
  if (said.quotesUs) return true;
  const phone = us.ownerAddress === null ? undefined : identityOfAddress(us.ownerAddress);
  return said.mentions.some(
    ({ kind, value }) =>
      (kind === 'lid' && us.ownLids.includes(value)) || (kind === phone?.kind && value === phone.value),
  );
}

/** What is said, without the "@5541…" by which we were called: digits nobody needs to read or search for. */
export function withoutOurName(text: string, us: { ownerAddress: string | null; ownLids: string[] }): string {
  const owner = us.ownerAddress?.replace(/:\d+@/, '@');
  const phones = owner === undefined ? [] : spellingsOfAddress(owner).map((one) => one.replace(/@.*/, ''));
  const names = [...phones, ...us.ownLids];
  return names
    .reduce((rest, name) => rest.replaceAll(`@${name}`, ' '), text)
    .replace(/ {2,}/g, ' ')
    .trim();
}
