import { useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

/** While it is being indexed one also asks by the clock: the last step must not hang on a lost event. */
const ASK_MS = 3_000;

export const knowledgeKey = (tenantId: string) => [tenantId, 'knowledge'] as const;

/** The text and its index: edited on its own page, looked at by the first steps and by support. */
export function useKnowledge() {
  return useQuery({
    queryKey: knowledgeKey(useTenantId()),
    queryFn: ({ signal }) => call(api.GET('/api/v1/knowledge', { signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'indexing' ? ASK_MS : false),
  });
}
