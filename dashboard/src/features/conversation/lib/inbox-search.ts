export const TABS = ['waiting', 'mine', 'ai', 'people', 'resolved', 'all'] as const;
export type Tab = (typeof TABS)[number];

/** What of the inbox is in the address, so that a reload, a bookmark or a colleague sees the same. */
export interface InboxSearch {
  tab?: Tab;
  q?: string;
  /** The turn whose reasons are shown. */
  turn?: string;
  /** The message, written by no turn, of which is shown why it was sent. */
  why?: string;
  /** The contact pane, where it does not fit beside the chat. */
  details?: boolean;
}

const MAX_Q = 200;

export function validateInboxSearch(input: Record<string, unknown>): InboxSearch {
  const tab = TABS.find((known) => known === input['tab']);
  // The router reads ?q=123 as a number.
  const q = typeof input['q'] === 'number' ? String(input['q']) : input['q'];
  const { turn, why } = input;
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.slice(0, MAX_Q) } : {}),
    ...(typeof turn === 'string' ? { turn } : {}),
    ...(typeof why === 'string' ? { why } : {}),
    ...(input['details'] === true ? { details: true } : {}),
  };
}
