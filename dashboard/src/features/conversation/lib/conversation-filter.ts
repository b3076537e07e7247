import type { ConversationState } from '../../../../../domain/conversation/state';
import type { Conversation } from '../../../lib/api/types';
import type { Tab } from './inbox-search';

/** What a list asks the API for. */
export interface ConversationFilter {
  state?: ConversationState;
  resolved?: 'true' | 'false';
  /** Those given to whoever asks, or to a team of theirs. */
  assigned?: 'me';
  q?: string;
}

const TAB_FILTERS: Record<Tab, ConversationFilter> = {
  waiting: { state: 'AGUARDANDO_HUMANO', resolved: 'false' },
  mine: { assigned: 'me', resolved: 'false' },
  ai: { state: 'IA_ATIVA', resolved: 'false' },
  people: { state: 'HUMANO_RESPONDEU', resolved: 'false' },
  resolved: { resolved: 'true' },
  all: {},
};

export function filterOf(tab: Tab, q: string | undefined): ConversationFilter {
  const words = q?.trim();
  return words ? { ...TAB_FILTERS[tab], q: words } : TAB_FILTERS[tab];
}

/** Whether a conversation belongs into a list; a search by words, and whose it is, only the API can decide. */
export function belongs(
  conversation: Pick<Conversation, 'state' | 'resolvedAt' | 'mergedIntoId'>,
  filter: Pick<ConversationFilter, 'state' | 'resolved'>,
): boolean {
  if (conversation.mergedIntoId !== null) return false;
  if (filter.state !== undefined && filter.state !== conversation.state) return false;
  if (filter.resolved === undefined) return true;
  return (filter.resolved === 'true') === (conversation.resolvedAt !== null);
}
