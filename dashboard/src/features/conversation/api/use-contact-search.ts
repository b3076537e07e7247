import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';

const SHOWN = 20;

/** People by name or number; without words, the newest. */
export function useContactSearch(q: string) {
  return useQuery({
    queryKey: conversationKeys.contactSearch(useTenantId(), q),
    queryFn: async ({ signal }) =>
      (await call(api.GET('/api/v1/contacts', { params: { query: { q, limit: SHOWN } }, signal }))).items,
    placeholderData: keepPreviousData,
  });
}
