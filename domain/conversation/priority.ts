import type { HandoffReason } from './state';

/** How soon a person should look, from least to most. */
export const PRIORITIES = ['normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Asking for a person this often, the customer is not to be kept waiting. */
const ASKED_OFTEN = 2;

/**
 * What a hand-over makes of a priority (S2.58): a provider that fails, or a customer who asks for a person again, is
 * worth more than the usual. Rules only raise it; what a person has set stays at least that.
 *
 * @param handover.personRequests how often the customer has asked for a person since the matter was opened, this time too
 */
export function priorityAtHandover(
  current: Priority,
  handover: { reason: HandoffReason; personRequests: number },
): Priority {
  const { reason, personRequests } = handover;
  const raised =
    reason === 'provider_failure' || (reason === 'person_requested' && personRequests >= ASKED_OFTEN);
  return raised ? higher(current, 'high') : current;
}

export function higher(one: Priority, other: Priority): Priority {
  return PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;
}
