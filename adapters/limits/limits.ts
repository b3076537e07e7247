import { createClient } from 'redis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Logger } from '../../config/logger';

/** So many attempts by one key in a window, which begins with the first of them and is not prolonged by more. */
export interface Limit {
  /**
   * Takes one attempt, before it is known how it ends: however many come at once, no more than the limit get in.
   *
   * @returns how long to wait (ms) when none is left, else undefined
   */
  take(key: string): Promise<number | undefined>;
  /** An attempt that was taken does not count after all. */
  giveBack(key: string): Promise<void>;
  /** All attempts of a key are forgotten. */
  forget(key: string): Promise<void>;
}

/** Something that was true of a key lately. */
export interface Memo {
  remember(key: string): Promise<void>;
  knows(key: string): Promise<boolean>;
}

/** Where limits count: in this process, or in Redis for all processes together. */
export interface Limits {
  limit(name: string, rule: { attempts: number; withinSeconds: number }): Limit;
  /** @param forSeconds at most 24 days, a timer's longest */
  memo(name: string, forSeconds: number): Memo;
  close(): Promise<void>;
}

/** One process counts for itself. */
export function createMemoryLimits(): Limits {
  return limitsOver((options) => new RateLimiterMemory(options));
}

/**
 * All processes count together, in Redis. While it does not answer, each counts for itself: a sign-in that nobody
 * counts would be worse, and one that nobody may try would be too.
 */
export async function createRedisLimits(url: string, log: Logger): Promise<Limits> {
  const client = createClient({ url });
  client.on('error', (error: unknown) => {
    log.warn({ err: error }, 'redis connection failed, retrying');
  });
  await client.connect();
  const limits = limitsOver(
    (options) =>
      new RateLimiterRedis({
        ...options,
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options),
      }),
  );
  return {
    ...limits,
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
}

type MakeLimiter = (options: { keyPrefix: string; points: number; duration: number }) => RateLimiterAbstract;

function limitsOver(make: MakeLimiter): Limits {
  const limiters = new Map<string, RateLimiterAbstract>();
  /** The same name is the same counter, in memory as in Redis. */
  const makeLimiter: MakeLimiter = (options) => {
    const limiter = limiters.get(options.keyPrefix) ?? make(options);
    limiters.set(options.keyPrefix, limiter);
    return limiter;
  };
  return {
    limit(name, { attempts, withinSeconds }) {
      const limiter = makeLimiter({ keyPrefix: `limit:${name}`, points: attempts, duration: withinSeconds });
      return {
        async take(key) {
          try {
            await limiter.consume(key);
            return undefined;
          } catch (error) {
            if (error instanceof RateLimiterRes) return error.msBeforeNext;
            throw error;
          }
        },
        async giveBack(key) {
          await limiter.reward(key);
        },
        async forget(key) {
          await limiter.delete(key);
        },
      };
    },
    memo(name, forSeconds) {
      const limiter = makeLimiter({ keyPrefix: `memo:${name}`, points: 1, duration: forSeconds });
      return {
        async remember(key) {
          await limiter.set(key, 1, forSeconds);
        },
        async knows(key) {
          return (await limiter.get(key)) !== null;
        },
      };
    },
    close: () => Promise.resolve(),
  };
}
