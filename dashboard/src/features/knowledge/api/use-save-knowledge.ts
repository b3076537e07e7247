import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { knowledgeKey } from '../../../lib/api/knowledge-query';

export function useSaveKnowledge() {
  const queries = useQueryClient();
  const queryKey = knowledgeKey(useTenantId());
  return useMutation({
    mutationFn: (text: string) => call(api.PUT('/api/v1/knowledge', { body: { text } })),
    onSuccess: async (knowledge) => {
      // An answer on its way may still tell of the text before.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, knowledge);
    },
  });
}
