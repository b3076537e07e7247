import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { parseEvolutionWebhook } from '../../adapters/evolution/parse-webhook';
import type { InboundEvent } from '../../domain/channel/inbound';
import { ErrorCode, ProviderUnavailableError, UnauthorizedError, ValidationError } from '../../domain/errors';
import { WEBHOOK_SECRET_HEADER } from '../../services/channel/create-channel';
import { createFindChannelByKey, type WebhookChannel } from '../../services/channel/find-channel-by-key';
import { createAcceptance } from '../../services/conversation/acceptance';
import type { ApiDeps } from '../endpoint';
import { createHandleInbound } from './handle-inbound';
import { createIntake } from './intake';

/**
 * `POST /webhooks/evolution/:channelKey`. 2xx only when everything in it is stored and accepted by its workflow, so
 * that the provider's own retries carry whatever we could not take. It never retries a 4xx: those are for what is
 * wrong for good; a key that we do not know may be one that we do not know yet.
 */
export function evolutionWebhook(deps: ApiDeps): RequestHandler<{ channelKey: string }> {
  const findChannel = createFindChannelByKey(deps);
  const handleInbound = createHandleInbound(deps, createAcceptance(deps));
  const intake = createIntake();
  return async (req, res) => {
    const channel = await findChannel(req.params.channelKey);
    if (channel === undefined) {
      throw new ProviderUnavailableError(
        ErrorCode.webhook_undecided,
        'A webhook came for an unknown channel',
      );
    }
    authenticate(channel, req);
    const webhook = parseEvolutionWebhook(req.body);
    if (webhook === undefined) {
      throw new ValidationError(ErrorCode.validation_failed, 'Not an Evolution webhook', {
        details: { fields: [] },
      });
    }
    if (webhook.instance !== channel.instanceName) {
      throw new UnauthorizedError(ErrorCode.webhook_refused, 'A webhook names another instance than its key');
    }
    // In order: two messages of one batch keep their places in the timeline.
    for (const event of webhook.events) {
      const handle = () => handleInbound(channel, event);
      await (isOurs(event) ? handle() : intake.run(channel.tenantId, handle));
    }
    res.status(200).json({ received: webhook.events.length });
  };
}

/** An echo may wait seconds for its send, which must not keep customers waiting; there are no more than we send. */
function isOurs(event: InboundEvent): boolean {
  return event.type === 'ownMessage' || (event.type === 'groupMessage' && event.fromUs);
}

function authenticate(channel: WebhookChannel, req: Request<{ channelKey: string }>): void {
  const given = Buffer.from(req.headers[WEBHOOK_SECRET_HEADER]?.toString() ?? '');
  const wanted = Buffer.from(channel.webhookSecret);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new UnauthorizedError(ErrorCode.webhook_refused, 'A webhook came without its secret');
  }
}
