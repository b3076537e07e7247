import type { RequestHandler } from 'express';
import { withCorrelation } from '../../config/correlation';
import type { Logger } from '../../config/logger';
import { newId } from '../../config/new-id';
import { hideSecrets } from './hide-secrets';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Gives each request one id, taken from the caller when it brings a good one, and one line in the log at its end. */
export function correlate(log: Logger): RequestHandler {
  return (req, res, next) => {
    const given = req.headers['x-request-id'];
    const correlationId = typeof given === 'string' && UUID.test(given) ? given : newId();
    const startedAt = performance.now();
    res.setHeader('x-request-id', correlationId);
    withCorrelation({ correlationId }, () => {
      res.on('finish', () => {
        const ms = Math.round(performance.now() - startedAt);
        log.debug({ method: req.method, path: hideSecrets(req.path), status: res.statusCode, ms }, 'request');
      });
      next();
    });
  };
}
