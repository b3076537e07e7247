import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useChannels } from '../../../lib/api/channels-query';
import { useKnowledge } from '../../../lib/api/knowledge-query';
import { useTenantId } from '../../../lib/session/use-session';
import { type FirstStep, stepsDone } from '../lib/first-steps';

/** How far the account is, from what the server says of it. */
export function useFirstSteps(): {
  done: FirstStep[] | undefined;
  error: Error | null;
  retrying: boolean;
  retry: () => void;
} {
  const tenantId = useTenantId();
  const channels = useChannels();
  const knowledge = useKnowledge();
  const conversations = useQuery({
    queryKey: [tenantId, 'first-steps'],
    queryFn: async ({ signal }) =>
      (await call(api.GET('/api/v1/conversations', { signal, params: { query: { limit: 100 } } }))).items,
  });
  const parts = [channels, knowledge, conversations];
  const isKnown =
    channels.data !== undefined && knowledge.data !== undefined && conversations.data !== undefined;
  return {
    done: isKnown
      ? stepsDone({
          channels: channels.data,
          knowledge: knowledge.data,
          conversations: conversations.data,
        })
      : undefined,
    error: parts.find((part) => part.isError)?.error ?? null,
    retrying: parts.some((part) => part.isFetching),
    retry: () => {
      for (const part of parts) if (part.isError) void part.refetch();
    },
  };
}
