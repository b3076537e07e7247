import { useMutation, useQueryClient } from '@tanstack/react-query';
import { channelsKey } from '../../../lib/api/channels-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { Channel } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';

export function useCreateChannel() {
  const queries = useQueryClient();
  const queryKey = channelsKey(useTenantId());
  return useMutation({
    mutationFn: (name: string) => call(api.POST('/api/v1/whatsapp/instances', { body: { name } })),
    onSuccess: (channel) =>
      queries.setQueryData<Channel[]>(queryKey, (all) => [
        ...(all ?? []).filter(({ id }) => id !== channel.id),
        channel,
      ]),
  });
}
