import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useConversationCounts } from '../api/use-conversation-counts';
import type { Tab } from './inbox-search';

/**
 * The tab that is shown. Without one in the address it is where work is: who waits, else everybody; decided once,
 * so that a list never changes under the hand. Undefined until that is known.
 */
export function useInboxTab(): Tab | undefined {
  const { tab } = useSearch({ from: '/shell/conversas' });
  const counts = useConversationCounts();
  const [decided, decide] = useState<Tab>();
  if (tab === undefined && decided === undefined && !counts.isPending) {
    decide((counts.data?.AGUARDANDO_HUMANO ?? 0) > 0 ? 'waiting' : 'all');
  }
  return tab ?? decided;
}
