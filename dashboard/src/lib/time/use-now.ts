import { useCallback, useSyncExternalStore } from 'react';
import { serverNow } from './server-clock';

/** The time, in steps: what shows it renders again once a step. */
export function useNow(stepMs: number): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, Math.min(stepMs, 1_000));
      return () => clearInterval(timer);
    },
    [stepMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(serverNow() / stepMs) * stepMs);
}
