import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';

export function useConversationCounts() {
  const tenantId = useTenantId();
  return useQuery({
    queryKey: conversationKeys.counts(tenantId),
    queryFn: ({ signal }) => call(api.GET('/api/v1/conversations/counts', { signal })),
    enabled: tenantId !== '',
  });
}
