import { useConversationCounts } from '../../features/conversation/api/use-conversation-counts';

/** How many conversations wait for a person. */
export function useWaitingCount(): number {
  return useConversationCounts().data?.AGUARDANDO_HUMANO ?? 0;
}
