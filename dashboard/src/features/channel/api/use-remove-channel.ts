import { useMutation, useQueryClient } from '@tanstack/react-query';
import { channelsKey } from '../../../lib/api/channels-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { Channel } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

export function useRemoveChannel() {
  const queries = useQueryClient();
  const queryKey = channelsKey(useTenantId());
  return useMutation({
    mutationFn: (id: string) =>
      call(api.DELETE('/api/v1/whatsapp/instances/{id}', { params: { path: { id } } })),
    onSuccess: (_, id) =>
      queries.setQueryData<Channel[]>(queryKey, (all) => all?.filter((channel) => channel.id !== id)),
  });
}
