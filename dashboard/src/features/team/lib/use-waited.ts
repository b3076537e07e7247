import { formatDuration } from '../../../lib/format/duration';
import { useNow } from '../../../lib/time/use-now';

/** How long that is ago, in words, going on by itself; undefined for no time. */
export function useWaited(since: string | null): string | undefined {
  const now = useNow(15_000);
  return since === null ? undefined : formatDuration(Math.max(60_000, now - Date.parse(since)));
}
