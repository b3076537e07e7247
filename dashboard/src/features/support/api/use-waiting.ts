import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';

/** How many customers wait for a person. */
export function useWaiting() {
  return useQuery({
    queryKey: [useTenantId(), 'support-waiting'],
    queryFn: async ({ signal }) =>
      (await call(api.GET('/api/v1/conversations/counts', { signal }))).AGUARDANDO_HUMANO,
  });
}
