import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import * as z from 'zod';
import type { Limits } from '../../adapters/limits/limits';
import { isOwnSource } from '../../domain/chatwoot/content';
import { ErrorCode, NotFoundError, UnauthorizedError, ValidationError } from '../../domain/errors';
import { findChatwootByKey } from '../../services/chatwoot/connection';
import { noteHeard } from '../../services/chatwoot/note-heard';
import type { ApiDeps } from '../endpoint';
import { refuseTooMany } from './refuse-too-many';

/** Events carry a conversation with its last message. */
const BODY_LIMIT = '1mb';
/** A busy team's minute: a message is three events. */
const FOR_ADDRESS = { attempts: 1_200, withinSeconds: 60 };
/** Older than this, a signature is somebody's who listened (s); Chatwoot sends once, at once. */
const SIGNED_WITHIN_S = 300;

/** Of a message's event the conversation is within it; a conversation's event is the conversation. */
const eventSchema = z.object({
  event: z.string(),
  id: z.unknown(),
  source_id: z.string().nullish(),
  conversation: z.object({ id: z.int() }).nullish(),
});

/**
 * `POST /webhooks/chatwoot/:key`. Events are only heard as "something happened to this conversation": what it was is
 * asked of Chatwoot by the conversation's own workflow. So it answers at once, which Chatwoot needs (it waits 5 s
 * and never repeats), and an event that is doubled, late or forged does no harm. More than 1,200 a minute answer 429: what
 * they would have told, the sweep finds.
 */
export function chatwootWebhook(deps: ApiDeps, limits: Limits): Router {
  const perAddress = limits.limit('chatwoot-webhook', FOR_ADDRESS);
  const router = express.Router();
  router.post('/:key', express.raw({ type: () => true, limit: BODY_LIMIT }), async (req, res) => {
    const connection = await findChatwootByKey(deps, req.params.key);
    if (connection === undefined) throw new NotFoundError('Webhook');
    await refuseTooMany(perAddress, req.params.key, 'Chatwoot tells too much');
    const raw = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    if (connection.secret !== undefined) authenticate(req, raw, connection.secret);
    const event = read(raw);
    const displayId =
      event.conversation?.id ?? (event.event.startsWith('conversation_') ? event.id : undefined);
    const isEcho = isOwnSource(event.source_id ?? null);
    const heard =
      typeof displayId === 'number' && !isEcho
        ? await noteHeard(deps, connection.tenantId, displayId)
        : false;
    res.status(200).json({ heard });
  });
  return router;
}

/** @throws ValidationError for what is no event of Chatwoot's */
function read(raw: Buffer): z.output<typeof eventSchema> {
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch (error) {
    throw new ValidationError(ErrorCode.malformed_json, 'The body is not JSON', { cause: error });
  }
  const event = eventSchema.safeParse(body);
  if (event.success) return event.data;
  throw new ValidationError(ErrorCode.validation_failed, 'Not an event of Chatwoot', {
    details: { fields: [] },
  });
}

/** Hex HMAC-SHA256 over `timestamp.body` (chatwoot/chatwoot: lib/webhooks/trigger.rb). */
function authenticate(req: Request, raw: Buffer, secret: string): void {
  const timestamp = req.get('x-chatwoot-timestamp') ?? '';
  const given = Buffer.from(req.get('x-chatwoot-signature') ?? '');
  const wanted = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(raw).digest('hex')}`,
  );
  const isOld = Math.abs(Date.now() / 1_000 - Number(timestamp)) > SIGNED_WITHIN_S;
  if (isOld || given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new UnauthorizedError(ErrorCode.webhook_refused, 'An event of Chatwoot came without its signature');
  }
}
