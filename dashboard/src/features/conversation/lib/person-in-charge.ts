import type { Conversation } from '../../../lib/api/types';

/** Who answers the customer now, for the words that say so. */
export type InCharge =
  | { who: 'elsewhere' | 'resolved' }
  /** `name`: the agent, where it is not the default one; or whom the customer waits for, a person or a team. */
  | { who: 'ai' | 'waiting'; name?: string }
  | { who: 'me' | 'person'; name: string };

export function personInCharge(
  conversation: Pick<Conversation, 'state' | 'resolvedAt' | 'assignedUser' | 'assignedTeam' | 'agent'>,
  userId: string,
): InCharge {
  const { state, resolvedAt, assignedUser, assignedTeam, agent } = conversation;
  if (resolvedAt !== null) return { who: 'resolved' };
  if (state === 'IA_ATIVA') return named('ai', agent);
  if (state === 'AGUARDANDO_HUMANO') return named('waiting', assignedUser ?? assignedTeam);
  // Nobody of the dashboard: somebody typed on the paired phone, or in Chatwoot.
  if (assignedUser === null) return { who: 'elsewhere' };
  return { who: assignedUser.id === userId ? 'me' : 'person', name: assignedUser.name };
}

function named(who: 'ai' | 'waiting', whom: { name: string } | null): InCharge {
  return whom === null ? { who } : { who, name: whom.name };
}
