import { useInfiniteQuery } from '@tanstack/react-query';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';
import { fetchMessages } from './fetch-messages';

export function useMessages(conversationId: string) {
  return useInfiniteQuery({
    queryKey: conversationKeys.messages(useTenantId(), conversationId),
    queryFn: ({ pageParam, signal }) => fetchMessages(conversationId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
