import { useQuery } from '@tanstack/react-query';
import { useTenantId } from '../session/use-session';
import { api } from './client';
import { call } from './call';

/** The server's version, and whom to ask. It changes with a deploy. */
export function useAbout() {
  return useQuery({
    queryKey: [useTenantId(), 'about'],
    queryFn: ({ signal }) => call(api.GET('/api/v1/about', { signal })),
    staleTime: 60 * 60_000,
  });
}
