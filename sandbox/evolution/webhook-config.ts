import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { WebhookConfig } from '../state/instance';
import { flag, object, oneOf, text } from './body-fields';
import { badRequest } from './evolution-error';
import { webhookEvents } from './webhook-events';

/** The `webhook` object of `instance/create` and `webhook/set`. */
export const webhookFields = object({
  enabled: flag(),
  url: text(),
  headers: z.record(z.string(), z.string()).optional(),
  byEvents: flag().default(false),
  base64: flag().default(false),
  events: z.array(oneOf(webhookEvents), { error: 'is not of a type(s) array' }).optional(),
});

type WebhookFields = Partial<z.infer<typeof webhookFields>> & { url: string };

/** The row that is kept; an empty list of events means all of them. */
export function webhookConfig(
  fields: WebhookFields,
  before: WebhookConfig | null,
  now: number,
): WebhookConfig {
  if (!isUrl(fields.url)) throw badRequest('Invalid "url" property');
  const enabled = fields.enabled ?? false;
  const wanted = fields.events ?? [];
  const at = new Date(now).toISOString();
  return {
    id: before?.id ?? randomUUID(),
    enabled,
    url: fields.url,
    headers: fields.headers ?? before?.headers ?? null,
    events: !enabled ? [] : [...(wanted.length === 0 ? webhookEvents : wanted)],
    webhookByEvents: fields.byEvents ?? false,
    webhookBase64: fields.base64 ?? false,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^(https?|ftp):$/.test(new URL(text).protocol);
}
