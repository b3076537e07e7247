export const MAX_ATTEMPTS = 10;
export const ATTEMPT_TIMEOUT_MS = 30_000;

const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;
const JITTER = 0.2;
const NEVER_RETRIED = [400, 401, 403, 404, 422];

export function isRefusal(status: number): boolean {
  return NEVER_RETRIED.includes(status);
}

/**
 * The wait after a failed attempt (the first is 1): 5 s doubling up to 300 s, give or take a fifth, never under
 * 5 s. `random` is in [0, 1).
 */
export function retryDelay(attempt: number, random: number): number {
  const base = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.max(FIRST_MS, base + base * JITTER * (random * 2 - 1));
}
