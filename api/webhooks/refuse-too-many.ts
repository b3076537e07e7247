import type { Limit } from '../../adapters/limits/limits';
import { ErrorCode, QuotaExceededError } from '../../domain/errors';

/** Counts a call of an address. @throws QuotaExceededError too_many_attempts, with the time to wait */
export async function refuseTooMany(limit: Limit, address: string, message: string): Promise<void> {
  const waitMs = await limit.take(address);
  if (waitMs === undefined) return;
  throw new QuotaExceededError(ErrorCode.too_many_attempts, message, { details: { retryAfterMs: waitMs } });
}
