import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import type { ConversationFilter } from '../lib/conversation-filter';
import { conversationKeys } from './conversation-keys';

const PAGE = 30;

/** `filter` undefined: it is not known yet what to show. */
export function useConversationList(filter: ConversationFilter | undefined) {
  const tenantId = useTenantId();
  return useInfiniteQuery({
    queryKey: conversationKeys.list(tenantId, filter ?? {}),
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return call(api.GET('/api/v1/conversations', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: filter !== undefined,
    // While words are typed, what they found before stays.
    placeholderData: (before, query) => {
      const asked = query?.queryKey[2];
      const sameTab = asked?.state === filter?.state && asked?.resolved === filter?.resolved;
      return sameTab ? keepPreviousData(before) : undefined;
    },
  });
}
