import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../lib/api/api-error';
import { channelsKey } from '../../../lib/api/channels-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { Channel } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';
import { serverNow } from '../../../lib/time/server-clock';
import { nextFetchIn } from '../lib/pairing-clock';

interface PairingOptions {
  channel: Channel;
  /** With it a code to be typed comes, too. */
  phone: string | undefined;
  /** Asking begins the pairing at the provider: never without somebody who waits for it. */
  enabled: boolean;
}

/** The code to pair a number with; the next one when it has run out. */
export function usePairing({ channel, phone, enabled }: PairingOptions) {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  const { id } = channel;
  return useQuery({
    // A new code at the provider is an event of the number.
    queryKey: [tenantId, 'pairing', id, phone ?? '', channel.lastEventAt],
    queryFn: async ({ signal }) => {
      const query = phone === undefined ? {} : { number: phone };
      try {
        return await call(
          api.GET('/api/v1/whatsapp/instances/{id}/qrcode', { params: { path: { id }, query }, signal }),
        );
      } catch (error) {
        // Connected meanwhile: the list says so, and this query is over.
        if (error instanceof ApiError && error.code === 'channel_already_connected') {
          void queries.invalidateQueries({ queryKey: channelsKey(tenantId) });
        }
        throw error;
      }
    },
    enabled,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.status === 'error' ? false : nextFetchIn(state.data, serverNow())),
    placeholderData: (before, query) =>
      query?.queryKey[2] === id && query.queryKey[3] === (phone ?? '') ? keepPreviousData(before) : undefined,
  });
}
