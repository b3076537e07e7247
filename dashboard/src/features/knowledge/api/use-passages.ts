import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';

const FOUND = 5;

/** What the AI would find for a question. Asked again only when somebody asks: each one costs an embedding. */
export function usePassages(q: string | undefined) {
  return useQuery({
    queryKey: [useTenantId(), 'knowledge-passages', q ?? ''],
    queryFn: async ({ signal }) => {
      const query = { q: q ?? '', limit: FOUND };
      return (await call(api.GET('/api/v1/knowledge/search', { params: { query }, signal }))).items;
    },
    enabled: q !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
