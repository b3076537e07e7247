import express, { type Request, type Router } from 'express';
import * as z from 'zod';
import type { Limits } from '../../adapters/limits/limits';
import { ErrorCode, ValidationError } from '../../domain/errors';
import type { FlowValue } from '../../domain/flow/runtime/value';
import { receiveFlowWebhook } from '../../services/flow/receive-flow-webhook';
import { receiveWaitCall } from '../../services/flow/receive-wait-call';
import type { ApiDeps } from '../endpoint';
import { refuseTooMany } from './refuse-too-many';

/** What a run may be given at once. */
const BODY_LIMIT = '256kb';
/** Calls of one address: another system's busiest minute, not its loop. */
const FOR_ADDRESS = { attempts: 600, withinSeconds: 60 };

/**
 * `/webhooks/flows`: addresses of automations that other systems call. `/wait/:token` is for one use, `/:token` begins a
 * run, `/:token/test` keeps the call as a sample. Bodies are read raw: signatures are over what was sent. An address
 * that is called more than 600 times a minute answers 429 with Retry-After.
 */
export function flowWebhooks(deps: ApiDeps, limits: Limits): Router {
  const perAddress = limits.limit('flow-webhook', FOR_ADDRESS);
  const router = express.Router();
  router.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  router.post('/wait/:token', async (req, res) => {
    await receiveWaitCall(deps, req.params.token, bodyOf(req));
    res.status(202).json({ received: true });
  });
  for (const test of [false, true]) {
    router.all(test ? '/:token/test' : '/:token', async (req: Request<{ token: string }>, res) => {
      await refuseTooMany(perAddress, req.params.token, 'A webhook of a flow is called too often');
      const { status, as, body } = await receiveFlowWebhook(
        deps,
        {
          token: req.params.token,
          method: req.method,
          headers: headersOf(req),
          raw: rawOf(req),
          body: bodyOf(req),
        },
        { test },
      );
      res.setHeader('cache-control', 'no-store');
      res
        .status(status)
        .type(as === 'json' ? 'application/json' : 'text/plain')
        .send(body);
    });
  }
  return router;
}

function rawOf(req: Request<never> | Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** JSON, or the fields of a form; of a GET, its query. NUL is left out: PostgreSQL does not store it. */
function bodyOf(req: Request<never> | Request): FlowValue {
  const text = rawOf(req).toString('utf8').replaceAll('\0', '').replaceAll('\\u0000', '');
  if (req.method === 'GET') return z.json().parse(req.query);
  if (text.trim() === '') return null;
  if (req.is('application/x-www-form-urlencoded') !== false)
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return z.json().parse(JSON.parse(text));
  } catch (error) {
    if (req.is('json') === false) return text;
    throw new ValidationError(ErrorCode.malformed_json, 'The body is not JSON', { cause: error });
  }
}

function headersOf(req: Request<never> | Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(req.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
