import { setTimeout as wait } from 'node:timers/promises';

/** Time as the stand-ins see it; tests pass one they can turn by hand. */
export interface Clock {
  now(): number;
  /** Rejects with an AbortError when the signal fires first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await wait(ms, undefined, { signal });
  },
};
