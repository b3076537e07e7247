import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { knowledgeKey } from './knowledge-key';

/** While it is being indexed one also asks by the clock: the last step must not hang on a lost event. */
const ASK_MS = 3_000;

export function useKnowledge() {
  return useQuery({
    queryKey: knowledgeKey(useTenantId()),
    queryFn: ({ signal }) => call(api.GET('/api/v1/knowledge', { signal })),
    refetchInterval: ({ state }) => (state.data?.status === 'indexing' ? ASK_MS : false),
  });
}
