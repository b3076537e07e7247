import type { PairingCode } from '../../../lib/api/types';

/** While the provider prepares a code, one asks again after this long. */
const PREPARING_MS = 1_500;
const LEAST_MS = 1_000;

/** How long a code lives; what is left of it is shown as a share. */
export const CODE_LIFETIME_MS = 45_000;

/** When to fetch the next code: as soon as there is one, or when the one that is shown has run out. */
export function nextFetchIn(code: PairingCode | undefined, now: number): number {
  if (code?.expiresAt == null) return PREPARING_MS;
  return Math.max(LEAST_MS, Date.parse(code.expiresAt) - now + 250);
}

export function codeLeft(code: Pick<PairingCode, 'expiresAt'>, now: number): { ms: number; share: number } {
  const ms = code.expiresAt === null ? 0 : Math.max(0, Date.parse(code.expiresAt) - now);
  return { ms, share: Math.min(1, ms / CODE_LIFETIME_MS) };
}
