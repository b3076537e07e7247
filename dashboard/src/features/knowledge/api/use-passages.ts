import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';

const FOUND = 5;
const LEAST_SCORE = 0.005;

/** What the AI would find for a question. Asked again only when somebody asks: each one costs an embedding. */
export function usePassages(q: string | undefined) {
  return useQuery({
    queryKey: [useTenantId(), 'knowledge-passages', q ?? ''],
    queryFn: async ({ signal }) => {
      const query = { q: q ?? '', limit: FOUND };
      const { items } = await call(api.GET('/api/v1/knowledge/search', { params: { query }, signal }));
      // The nearest ones come however far they are: what rounds to nothing in common was not found.
      return items.filter((passage) => passage.score >= LEAST_SCORE);
    },
    enabled: q !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
