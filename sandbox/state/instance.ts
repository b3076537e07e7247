import { z } from 'zod';

const connectionStateSchema = z.enum(['close', 'connecting', 'open']);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

const settingsSchema = z.object({
  rejectCall: z.boolean(),
  msgCall: z.string(),
  groupsIgnore: z.boolean(),
  alwaysOnline: z.boolean(),
  readMessages: z.boolean(),
  readStatus: z.boolean(),
  syncFullHistory: z.boolean(),
});

const webhookConfigSchema = z.object({
  id: z.string(),
  enabled: z.boolean(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).nullable(),
  events: z.array(z.string()),
  webhookByEvents: z.boolean(),
  webhookBase64: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

/** One business number as Evolution keeps it. */
export const instanceSchema = z.object({
  id: z.string(),
  name: z.string(),
  integration: z.string(),
  token: z.string(),
  number: z.string().nullable(),
  state: connectionStateSchema,
  ownerJid: z.string().nullable(),
  profileName: z.string().nullable(),
  disconnectionReasonCode: z.number().nullable(),
  disconnectionAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  settings: settingsSchema,
  webhook: webhookConfigSchema.nullable(),
});

export type Instance = z.infer<typeof instanceSchema>;
export type WebhookConfig = z.infer<typeof webhookConfigSchema>;
