import { ConversationState } from '../conversation/state';

/** What Chatwoot calls who has a conversation; `pending` is a bot's. */
export const CHATWOOT_STATUSES = ['open', 'resolved', 'pending', 'snoozed'] as const;
export type ChatwootStatus = (typeof CHATWOOT_STATUSES)[number];

export function chatwootStatus(status: string): ChatwootStatus {
  return CHATWOOT_STATUSES.find((one) => one === status) ?? 'open';
}

interface Ours {
  state: ConversationState;
  resolved: boolean;
}

interface Theirs {
  status: ChatwootStatus;
  /** The person it is given to; null: nobody, or the one whose token we use. */
  assigneeId: number | null;
}

/** What a person at Chatwoot has asked for by moving the conversation there. */
export type ChatwootWish = 'takeOver' | 'returnToAi' | 'resolve';

/**
 * What a conversation's status and assignee at Chatwoot ask of ours. Only what differs from how we left it there is a
 * wish: the echo of our own change is none.
 *
 * @param known how we left it, or found it last
 * @param ours `unseen`: the customer has said something that does not stand there yet: whoever closed it did not know
 */
export function wishOf(
  theirs: Theirs,
  known: Theirs,
  ours: Ours & { unseen: boolean },
): ChatwootWish | undefined {
  const moved = theirs.status !== known.status;
  const givenTo = theirs.assigneeId !== null && theirs.assigneeId !== known.assigneeId;
  if (moved && theirs.status === 'resolved') return ours.resolved || ours.unseen ? undefined : 'resolve';
  if (moved && theirs.status === 'pending') {
    return ours.state === ConversationState.IA_ATIVA && !ours.resolved ? undefined : 'returnToAi';
  }
  if (!moved && !givenTo) return undefined;
  if (theirs.status === 'resolved' || (theirs.status === 'pending' && !givenTo)) return undefined;
  return isWithTeam(ours) ? undefined : 'takeOver';
}

/** Whose turn it is among people is theirs to say: Chatwoot also assigns by itself what is opened. An answer takes over. */
function isWithTeam({ state, resolved }: Ours): boolean {
  return !resolved && state !== ConversationState.IA_ATIVA;
}

/** Where a conversation of ours belongs at Chatwoot; undefined where it may stay. */
export function statusToSet(ours: Ours, theirs: ChatwootStatus): ChatwootStatus | undefined {
  const wanted = ours.resolved ? 'resolved' : ours.state === ConversationState.IA_ATIVA ? 'pending' : 'open';
  // Somebody there has put it off: it is theirs, and comes back by itself.
  if (wanted === 'open' && theirs === 'snoozed') return undefined;
  return wanted === theirs ? undefined : wanted;
}
