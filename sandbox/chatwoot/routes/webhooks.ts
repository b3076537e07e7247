import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { param } from '../../http/param';
import { couldNotCreate, notFound, recordInvalid } from '../chatwoot-error';
import { head, ok, type Call, type ChatwootHandler } from '../chatwoot-route';
import { guardAdministrator } from '../guards';
import { ACCOUNT } from '../people';
import { readBody, textField } from '../read-body';
import type { Webhook } from '../state/rows';

const DEFAULT_SUBSCRIPTIONS = [
  'conversation_status_changed',
  'conversation_updated',
  'conversation_created',
  'contact_created',
  'contact_updated',
  'message_created',
  'message_updated',
  'webwidget_triggered',
];
const SUBSCRIPTIONS = [
  ...DEFAULT_SUBSCRIPTIONS,
  'inbox_created',
  'inbox_updated',
  'conversation_typing_on',
  'conversation_typing_off',
];

const fieldsSchema = z.object({
  url: textField.optional(),
  name: textField.optional(),
  subscriptions: z.array(z.string()).optional(),
});

export const listWebhooks: ChatwootHandler = (call) => {
  guardAdministrator(call.caller);
  const webhooks = call.world.state.chatwoot.webhooks.all();
  return ok({ payload: { webhooks: webhooks.map((webhook) => webhookView(call, webhook)) } });
};

export const createWebhook: ChatwootHandler = (call) => {
  guardAdministrator(call.caller);
  const { url = null, name = null, subscriptions = DEFAULT_SUBSCRIPTIONS } = fieldsIn(call);
  const { webhooks } = call.world.state.chatwoot;
  const valid = validUrl(call, url, null);
  checkSubscriptions(subscriptions);
  const webhook = webhooks.add((id) => ({
    id,
    url: valid,
    name,
    subscriptions,
    secret: randomBytes(16).toString('hex'),
  }));
  call.world.changes.announce({ type: 'chatwoot' });
  return ok({ payload: { webhook: webhookView(call, webhook) } });
};

export const updateWebhook: ChatwootHandler = (call) => {
  guardAdministrator(call.caller);
  const webhook = webhookIn(call);
  const { url, name, subscriptions } = fieldsIn(call);
  if (subscriptions !== undefined) checkSubscriptions(subscriptions);
  if (url !== undefined) webhook.url = validUrl(call, url, webhook.id);
  if (name !== undefined) webhook.name = name;
  if (subscriptions !== undefined) webhook.subscriptions = subscriptions;
  call.world.changes.announce({ type: 'chatwoot' });
  return ok({ payload: { webhook: webhookView(call, webhook) } });
};

export const deleteWebhook: ChatwootHandler = (call) => {
  guardAdministrator(call.caller);
  call.world.state.chatwoot.webhooks.remove(webhookIn(call).id);
  call.world.changes.announce({ type: 'chatwoot' });
  return head();
};

/** Rails wraps a bare body in the record's name, so both are the same to it. */
function fieldsIn({ req }: Call): z.infer<typeof fieldsSchema> {
  const body: unknown = req.body;
  const wrapped = z.object({ webhook: z.record(z.string(), z.unknown()) }).safeParse(body);
  const fields = wrapped.success ? wrapped.data.webhook : body;
  if (typeof fields !== 'object' || fields === null || Object.keys(fields).length === 0) {
    throw couldNotCreate('param is missing or the value is empty: webhook');
  }
  return readBody(fieldsSchema, fields);
}

function webhookIn({ world, req }: Call): Webhook {
  const webhook = world.state.chatwoot.webhooks.get(Number(param(req, 'id')));
  if (webhook === undefined) throw notFound();
  return webhook;
}

function validUrl({ world }: Call, url: string | null, self: number | null): string {
  const { webhooks } = world.state.chatwoot;
  if (webhooks.find((other) => other.id !== self && other.url === url) !== undefined) {
    throw recordInvalid([{ attribute: 'url', message: 'has already been taken' }]);
  }
  if (url === null || !/^https?:\/\/\S+$/.test(url)) {
    throw recordInvalid([{ attribute: 'url', message: 'is invalid' }]);
  }
  return url;
}

function checkSubscriptions(subscriptions: string[]): void {
  const isKnown = subscriptions.every((event) => SUBSCRIPTIONS.includes(event));
  if (isKnown && subscriptions.length > 0) return;
  throw recordInvalid([{ attribute: 'subscriptions', message: 'Invalid events' }]);
}

function webhookView({ world }: Call, webhook: Webhook): object {
  return {
    id: webhook.id,
    name: webhook.name,
    url: webhook.url,
    account_id: ACCOUNT.id,
    subscriptions: webhook.subscriptions,
    ...(world.state.chatwoot.signs ? { secret: webhook.secret } : {}),
  };
}
