import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { object } from '../body-fields';
import { EvolutionError } from '../evolution-error';
import { guardInstance } from '../guards';
import { validateBody } from '../validate-body';
import { webhookConfig, webhookFields } from '../webhook-config';

/** The body must be wrapped: `{"webhook":{…}}`; the flat one of the public docs is refused. */
const schema = object({ webhook: webhookFields });

export function setWebhook(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    const { webhook } = validateBody(schema, req.body);
    if (webhook.enabled && webhook.events === undefined) {
      throw new EvolutionError(500, "Cannot read properties of undefined (reading 'length')");
    }
    instance.webhook = webhookConfig(webhook, instance.webhook, world.clock.now());
    world.changes.announce({ type: 'instances' });
    await world.save();
    return { status: 201, body: { ...instance.webhook, instanceId: instance.id } };
  };
}

export function findWebhook(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    const body = instance.webhook === null ? null : { ...instance.webhook, instanceId: instance.id };
    return { status: 200, body };
  };
}
