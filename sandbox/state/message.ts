import { z } from 'zod';

export const messageStatuses = ['ERROR', 'PENDING', 'SERVER_ACK', 'DELIVERY_ACK', 'READ', 'PLAYED'] as const;
const messageStatusSchema = z.enum(messageStatuses);
export type MessageStatus = z.infer<typeof messageStatusSchema>;

export const messageKeySchema = z.object({
  remoteJid: z.string(),
  remoteJidAlt: z.string().optional(),
  fromMe: z.boolean(),
  id: z.string(),
  participant: z.string().optional(),
  participantAlt: z.string().optional(),
  addressingMode: z.enum(['pn', 'lid']).optional(),
});
export type MessageKey = z.infer<typeof messageKeySchema>;

/** A message exactly as Evolution puts it into events and answers. */
const wireMessageSchema = z.object({
  key: messageKeySchema,
  pushName: z.string(),
  status: messageStatusSchema,
  message: z.record(z.string(), z.unknown()),
  contextInfo: z.record(z.string(), z.unknown()).nullable(),
  messageType: z.string(),
  messageTimestamp: z.number(),
  instanceId: z.string(),
  source: z.string(),
});
export type WireMessage = z.infer<typeof wireMessageSchema>;

const mediaSchema = z.object({
  kind: z.enum(['image', 'audio', 'video', 'document', 'sticker']),
  mimetype: z.string(),
  fileName: z.string().nullable(),
  /** Absent when the sender gave a URL instead of bytes. */
  base64: z.string().nullable(),
  url: z.string().nullable(),
});
export type Media = z.infer<typeof mediaSchema>;

/** A message in a chat. What went over the wire stays as it was; what happened later stands beside it. */
export const storedMessageSchema = z.object({
  dbId: z.string(),
  instance: z.string(),
  /** The other side: a customer's phone jid, or a group's. Never a LID. */
  chat: z.string(),
  /** The customer's number: who wrote it, or to whom it went. */
  number: z.string(),
  by: z.enum(['customer', 'owner', 'api']),
  event: z.enum(['messages.upsert', 'send.message']),
  wire: wireMessageSchema,
  status: messageStatusSchema,
  /** Evolution has told (or tried to tell) its webhook; false while the number is offline. */
  emitted: z.boolean(),
  editedText: z.string().nullable(),
  deleted: z.boolean(),
  media: mediaSchema.nullable(),
});
export type StoredMessage = z.infer<typeof storedMessageSchema>;
