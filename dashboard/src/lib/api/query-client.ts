import { QueryClient } from '@tanstack/react-query';
import { onSessionEnd } from '../session/end-session';
import { ApiError } from './api-error';

const MAX_RETRIES = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Live events tell what changed; this is for what they missed.
      staleTime: 30_000,
      networkMode: 'always',
      retry: (failures, error) => failures < MAX_RETRIES && mayHeal(error),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000),
    },
    mutations: { networkMode: 'always' },
  },
});

onSessionEnd(() => queryClient.clear());

/** A refusal stays one; a failure may pass. */
function mayHeal(error: Error): boolean {
  return !(error instanceof ApiError) || error.status >= 500;
}
