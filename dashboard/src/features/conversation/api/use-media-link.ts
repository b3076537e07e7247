import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import { useTenantId } from '../../../lib/session/use-session';
import { conversationKeys } from './conversation-keys';

/** The server's links open a file for ten minutes; one that is this old is asked for anew (ms). */
const GOOD_FOR_MS = 8 * 60_000;

function mediaLinkQuery(tenantId: string, mediaId: string) {
  return queryOptions({
    queryKey: conversationKeys.mediaLink(tenantId, mediaId),
    queryFn: async ({ signal }) => {
      const link = await call(
        api.GET('/api/v1/media/{id}/link', { params: { path: { id: mediaId } }, signal }),
      );
      return link.url;
    },
    staleTime: GOOD_FOR_MS,
    gcTime: GOOD_FOR_MS,
    // A new address would begin a recording again that somebody listens to.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** An address under which pictures and players find a file. Asked for when it is wanted. */
export function useMediaLink(mediaId: string, wanted: boolean) {
  return useQuery({ ...mediaLinkQuery(useTenantId(), mediaId), enabled: wanted });
}

/** The same for a click: an address that is good now. */
export function useFetchMediaLink(): (mediaId: string) => Promise<string> {
  const queries = useQueryClient();
  const tenantId = useTenantId();
  return (mediaId) => queries.query(mediaLinkQuery(tenantId, mediaId));
}
