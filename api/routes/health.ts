import type { RequestHandler } from 'express';
import type { Logger } from '../../config/logger';

/** A part that must work for requests to be served; throws when it does not. */
export type ReadinessCheck = () => Promise<void>;

/** The process lives. Says nothing of the parts it needs. */
export const health: RequestHandler = (_req, res) => {
  res.json({ status: 'ok' });
};

/** Every part answers: send traffic. 503 names the parts that do not. */
export function ready(checks: Record<string, ReadinessCheck>, log: Logger): RequestHandler {
  return async (_req, res) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([part, check]) => {
        try {
          await check();
          return [part, 'ok'] as const;
        } catch (error) {
          log.warn({ err: error, part }, 'not ready');
          return [part, 'unavailable'] as const;
        }
      }),
    );
    const parts = Object.fromEntries(results);
    const allOk = results.every(([, state]) => state === 'ok');
    res.status(allOk ? 200 : 503).json({ status: allOk ? 'ready' : 'not_ready', parts });
  };
}
