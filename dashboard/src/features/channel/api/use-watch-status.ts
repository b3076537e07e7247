import { useQuery, useQueryClient } from '@tanstack/react-query';
import { channelsKey } from '../../../lib/api/channels-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { liveStatusStore } from '../../../lib/live/live-status';
import type { Channel } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';
import { useStore } from '../../../lib/use-store';

const ASK_MS = 4_000;

/** Without live events, asks whether the code has been read. */
export function useWatchStatus(channel: Channel): void {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  const live = useStore(liveStatusStore);
  const { id } = channel;
  useQuery({
    queryKey: [tenantId, 'channel-status', id],
    queryFn: async ({ signal }) => {
      const now = await call(
        api.GET('/api/v1/whatsapp/instances/{id}/status', { params: { path: { id } }, signal }),
      );
      queries.setQueryData<Channel[]>(channelsKey(tenantId), (all) =>
        all?.map((one) => (one.id === id ? now : one)),
      );
      return now;
    },
    enabled: live !== 'live' && channel.status === 'connecting',
    staleTime: 0,
    refetchInterval: ASK_MS,
  });
}
