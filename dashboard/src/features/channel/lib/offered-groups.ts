import type { ChannelGroups } from '../../../lib/api/types';
import { plain } from '../../../lib/plain';

export interface OfferedGroup {
  jid: string;
  name: string;
  /** How many are in it; null where that is not known. */
  members: number | null;
  /**
   * joined: the number is in it. gone: it was allowed, and the number is in it no more. typed: its address was typed
   * here, and the number is not in it. unknown: WhatsApp could not be asked.
   */
  standing: 'joined' | 'gone' | 'typed' | 'unknown';
}

/** What may be chosen: what was typed and what was allowed first, then the other groups the number is in. */
export function offeredGroups(
  { allowed, available }: ChannelGroups,
  typed: readonly string[] = [],
): OfferedGroup[] {
  const known = available ?? [];
  const joined = known.map((group) => ({ ...group, standing: 'joined' as const }));
  const saved = allowed.map(({ jid }) => jid);
  const kept = [
    ...typed
      .filter((jid) => !saved.includes(jid))
      .map((jid) => ({ jid, name: jid, standing: 'typed' as const })),
    ...allowed.map((group) => ({ ...group, standing: 'gone' as const })),
  ].map((group): OfferedGroup => {
    const found = joined.find(({ jid }) => jid === group.jid);
    if (found !== undefined) return found;
    return { ...group, members: null, standing: available === null ? 'unknown' : group.standing };
  });
  return [...kept, ...joined.filter(({ jid }) => !kept.some((group) => group.jid === jid))];
}

/** Those whose name or address has the words, however they are spelled. */
export function groupsWith(groups: OfferedGroup[], words: string): OfferedGroup[] {
  const looked = plain(words.trim());
  return groups.filter(({ name, jid }) => plain(`${name} ${jid}`).includes(looked));
}
