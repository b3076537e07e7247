import type { ChannelGroups } from '../../../lib/api/types';

/** What may be chosen: the groups the number is in, and those allowed that it is told of no more. */
export function offeredGroups({ allowed, available }: ChannelGroups): ChannelGroups['allowed'] {
  const known = available ?? [];
  const rest = allowed.filter(({ jid }) => !known.some((group) => group.jid === jid));
  return [...known, ...rest];
}
