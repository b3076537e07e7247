import type { ConversationEvent } from '../../domain/conversation/next-step';
import { ConversationState } from '../../domain/conversation/state';
import type { ConversationKind } from '../../domain/flow/order';
import type { CarriedFlowOrder, FlowEnding } from './messages';

/** Kinds that wait for the customer, or for a person: one at a time in a conversation. */
export const WAITS_FOR_SOMEBODY = new Set<ConversationKind>([
  'send_buttons',
  'send_list',
  'ask',
  'wait_reply',
  'handoff_human',
]);

/** A person, or what a person decided, has the conversation since. */
const BY_PERSON = new Set<ConversationEvent['type']>([
  'humanReplied',
  'takenOver',
  'handedOver',
  'resolved',
  'transferred',
  'foundWithTeam',
]);

/**
 * What an event means for an order. One that is being said is ended by its claims instead: what has left has left.
 *
 * @param before who had the conversation until then
 */
export function endingBy(
  order: Pick<CarriedFlowOrder, 'phase' | 'leavesWhenTaken'>,
  event: ConversationEvent,
  before: ConversationState,
): FlowEnding | undefined {
  if (event.type === 'mergedAway') return 'merged';
  if (order.phase === 'listening') return BY_PERSON.has(event.type) ? 'person' : undefined;
  if (order.phase !== 'withPerson') return undefined;
  const nobodyCame = before === ConversationState.AGUARDANDO_HUMANO;
  switch (event.type) {
    case 'takenOver':
    case 'humanReplied':
      return order.leavesWhenTaken ? 'takenOver' : undefined;
    case 'foundWithTeam':
      return order.leavesWhenTaken && event.state === ConversationState.HUMANO_RESPONDEU
        ? 'takenOver'
        : undefined;
    case 'returnedToAi':
    case 'resolved':
      return 'returned';
    case 'transferred':
      return event.to.type === 'agent' ? 'returned' : undefined;
    case 'deadlinePassed':
      return nobodyCame ? 'nobody' : 'returned';
    default:
      return undefined;
  }
}
