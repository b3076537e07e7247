import { z } from 'zod';

/** What this Chatwoot keeps. Times are in milliseconds; the API and the webhooks write them in their own ways. */

const attributesSchema = z.record(z.string(), z.unknown());
const id = z.int();
const time = z.number();

export const STATUSES = ['open', 'resolved', 'pending', 'snoozed'] as const;
export type ConversationStatus = (typeof STATUSES)[number];

export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export const MESSAGE_TYPES = ['incoming', 'outgoing', 'activity', 'template'] as const;
export const MESSAGE_STATUSES = ['sent', 'delivered', 'read', 'failed'] as const;

export const inboxSchema = z.object({
  id,
  name: z.string(),
  webhookUrl: z.string().nullable(),
  identifier: z.string(),
  hmacToken: z.string(),
  secret: z.string(),
});

export const contactSchema = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  identifier: z.string().nullable(),
  customAttributes: attributesSchema,
  additionalAttributes: attributesSchema,
  lastActivityAt: time.nullable(),
  createdAt: time,
  updatedAt: time,
});

export const contactInboxSchema = z.object({ id, contactId: id, inboxId: id, sourceId: z.string() });

export const conversationSchema = z.object({
  id,
  uuid: z.string(),
  inboxId: id,
  contactId: id,
  sourceId: z.string(),
  status: z.enum(STATUSES),
  assigneeId: id.nullable(),
  teamId: id.nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  labels: z.array(z.string()),
  customAttributes: attributesSchema,
  additionalAttributes: attributesSchema,
  snoozedUntil: time.nullable(),
  waitingSince: time.nullable(),
  firstReplyAt: time.nullable(),
  agentSeenAt: time.nullable(),
  lastActivityAt: time,
  createdAt: time,
  updatedAt: time,
});

const attachmentSchema = z.object({
  id,
  /** Names the file in its address. */
  key: z.string(),
  fileName: z.string(),
  mimetype: z.string(),
  base64: z.string(),
  size: z.int(),
});

export const messageSchema = z.object({
  id,
  conversationId: id,
  inboxId: id,
  content: z.string().nullable(),
  type: z.enum(MESSAGE_TYPES),
  contentType: z.string(),
  contentAttributes: attributesSchema,
  private: z.boolean(),
  status: z.enum(MESSAGE_STATUSES),
  sourceId: z.string().nullable(),
  sender: z.object({ type: z.enum(['User', 'Contact', 'AgentBot']), id }).nullable(),
  attachments: z.array(attachmentSchema),
  createdAt: time,
  updatedAt: time,
});

export const webhookSchema = z.object({
  id,
  url: z.string(),
  name: z.string().nullable(),
  subscriptions: z.array(z.string()),
  secret: z.string(),
});

export type Inbox = z.infer<typeof inboxSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type ContactInbox = z.infer<typeof contactInboxSchema>;
export type Conversation = z.infer<typeof conversationSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Webhook = z.infer<typeof webhookSchema>;
