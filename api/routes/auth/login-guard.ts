import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ErrorCode, QuotaExceededError, UnauthorizedError } from '../../../domain/errors';

/** Runs a sign-in unless too many have failed for this key. */
export type LoginGuard = <T>(key: string, attempt: () => Promise<T>) => Promise<T>;

/** Failed attempts by one address for one e-mail, in this time (seconds). */
const FAILURES = 10;
const WITHIN_SECONDS = 15 * 60;

/** Counts failures only, in this process: guessing is slow enough that one counter a process bounds it. */
export function createLoginGuard(): LoginGuard {
  const limiter = new RateLimiterMemory({ points: FAILURES, duration: WITHIN_SECONDS });
  return async (key, attempt) => {
    const before = await limiter.get(key);
    if (before !== null && before.remainingPoints <= 0) throw tooMany(before);
    try {
      const result = await attempt();
      await limiter.delete(key);
      return result;
    } catch (error) {
      if (error instanceof UnauthorizedError) await countFailure(limiter, key);
      throw error;
    }
  };
}

async function countFailure(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error);
    throw error;
  }
}

function tooMany(state: RateLimiterRes): QuotaExceededError {
  return new QuotaExceededError(ErrorCode.too_many_attempts, 'Too many failed sign-ins', {
    details: { retryAfterMs: state.msBeforeNext },
  });
}
