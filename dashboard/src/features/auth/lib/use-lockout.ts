import { ApiError } from '../../../lib/api/api-error';
import { useNow } from '../../../lib/time/use-now';

/** After too many attempts the server wants to be left alone for a while: how long that still is. */
export function useLockout(error: Error | null): { locked: boolean; seconds: number } {
  const now = useNow(1_000);
  const until = error instanceof ApiError && error.code === 'too_many_attempts' ? error.retryAt : undefined;
  const seconds = until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1_000));
  return { locked: seconds > 0, seconds };
}
