import type { Conversation } from '../../../lib/api/types';

/** Who answers the customer now, for the words that say so. */
export type InCharge =
  { who: 'ai' | 'waiting' | 'phone' | 'resolved' } | { who: 'me' | 'person'; name: string };

export function personInCharge(
  conversation: Pick<Conversation, 'state' | 'resolvedAt' | 'assignedUser'>,
  userId: string,
): InCharge {
  const { state, resolvedAt, assignedUser } = conversation;
  if (resolvedAt !== null) return { who: 'resolved' };
  if (state === 'IA_ATIVA') return { who: 'ai' };
  if (state === 'AGUARDANDO_HUMANO') return { who: 'waiting' };
  // Nobody of the dashboard: somebody typed on the paired phone.
  if (assignedUser === null) return { who: 'phone' };
  return { who: assignedUser.id === userId ? 'me' : 'person', name: assignedUser.name };
}
