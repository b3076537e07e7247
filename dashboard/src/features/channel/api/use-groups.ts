import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { ChannelGroups } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

const groupsKey = (tenantId: string, channelId: string) => [tenantId, 'groups', channelId] as const;

/** Which groups a number lets in, and those it is in. */
export function useGroups(channelId: string) {
  return useQuery({
    queryKey: groupsKey(useTenantId(), channelId),
    queryFn: ({ signal }) =>
      call(
        api.GET('/api/v1/whatsapp/instances/{id}/groups', { params: { path: { id: channelId } }, signal }),
      ),
  });
}

export function useSaveGroups(channelId: string) {
  const queries = useQueryClient();
  const queryKey = groupsKey(useTenantId(), channelId);
  return useMutation({
    mutationFn: (groups: { mode: ChannelGroups['mode']; allowed: string[] }) =>
      call(
        api.PUT('/api/v1/whatsapp/instances/{id}/groups', {
          params: { path: { id: channelId } },
          body: groups,
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(queryKey, saved),
  });
}
