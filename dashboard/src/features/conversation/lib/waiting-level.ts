const MINUTE = 60_000;

/** From here a customer has waited long enough to notice, and long enough to leave. */
const NOTICED_MS = 3 * MINUTE;
const URGENT_MS = 15 * MINUTE;

export type WaitingLevel = 'fresh' | 'noticed' | 'urgent';

export function waitingLevel(waitedMs: number): WaitingLevel {
  if (waitedMs >= URGENT_MS) return 'urgent';
  return waitedMs >= NOTICED_MS ? 'noticed' : 'fresh';
}
