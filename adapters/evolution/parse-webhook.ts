import * as z from 'zod';
import { identityOfAddress } from '../../domain/contact/identity';
import type { ChannelStatus, InboundEvent, Receipt } from '../../domain/channel/inbound';
import { parseUpsert } from './parse-upsert';

const envelopeSchema = z.object({ event: z.string(), instance: z.string(), data: z.unknown().optional() });

const updateSchema = z.object({ keyId: z.string(), fromMe: z.boolean().optional(), status: z.string() });
const connectionSchema = z.object({
  state: z.string(),
  statusReason: z.union([z.number(), z.string()]).nullish(),
  wuid: z.string().nullish(),
  profileName: z.string().nullish(),
});
const qrSchema = z.object({
  qrcode: z.object({ code: z.string(), base64: z.string().default(''), pairingCode: z.string().nullish() }),
});
const presenceSchema = z.object({
  id: z.string(),
  presences: z.record(z.string(), z.object({ lastKnownPresence: z.string() })),
});
const TYPING = new Set(['composing', 'recording']);
const editedSchema = z.object({ key: z.object({ id: z.string() }), editedMessage: z.unknown().optional() });
const deletedSchema = z.union([
  z.object({ id: z.string() }),
  z.object({ key: z.object({ id: z.string() }) }),
]);

const RECEIPTS: Record<string, Receipt> = {
  SERVER_ACK: 'sent',
  DELIVERY_ACK: 'delivered',
  READ: 'read',
  PLAYED: 'played',
  ERROR: 'failed',
};
const STATES: Record<string, ChannelStatus> = {
  open: 'open',
  connecting: 'connecting',
  close: 'close',
  refused: 'refused',
};

export interface ParsedWebhook {
  instance: string;
  events: InboundEvent[];
}

/**
 * Reads one webhook of Evolution API v2 into our words; the last place where its vocabulary exists. What is not
 * known is ignored with its name: new event kinds must never make a delivery fail.
 *
 * @returns undefined when it is no Evolution envelope at all
 */
export function parseEvolutionWebhook(body: unknown): ParsedWebhook | undefined {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return undefined;
  const { event, instance, data } = envelope.data;
  return { instance, events: eventsOf(event, data) };
}

function eventsOf(event: string, data: unknown): InboundEvent[] {
  switch (event) {
    case 'messages.upsert':
      return listOf(data).map(parseUpsert);
    case 'send.message':
      // Our own send comes back; its id tells which. Never a person's.
      return listOf(data).map(() => ({ type: 'ignored', reason: 'send.message' }));
    case 'messages.update':
      return listOf(data).map(parseUpdate);
    case 'messages.edited':
      return listOf(data).map(parseEdited);
    case 'messages.delete':
      return listOf(data).map(parseDeleted);
    case 'presence.update':
      return parsePresence(data);
    case 'connection.update':
      return [parseConnection(data)];
    case 'qrcode.updated':
      return [parseQrCode(data)];
    default:
      return [{ type: 'ignored', reason: event }];
  }
}

/** Upserts carry one object today; other builds send lists, or a list under `messages`. */
function listOf(data: unknown): unknown[] {
  if (Array.isArray(data)) return data;
  if (typeof data === 'object' && data !== null && 'messages' in data && Array.isArray(data.messages)) {
    return data.messages;
  }
  return [data];
}

function parseUpdate(data: unknown): InboundEvent {
  const update = updateSchema.safeParse(data);
  if (!update.success) return unreadable('messages.update');
  const receipt = RECEIPTS[update.data.status];
  if (receipt === undefined) return { type: 'ignored', reason: `status ${update.data.status}` };
  return { type: 'receipt', providerMessageId: update.data.keyId, receipt };
}

function parseEdited(data: unknown): InboundEvent {
  const edited = editedSchema.safeParse(data);
  if (!edited.success) return unreadable('messages.edited');
  const text = editedText(edited.data.editedMessage);
  if (text === undefined) return unreadable('messages.edited');
  return { type: 'edited', providerMessageId: edited.data.key.id, text, at: new Date() };
}

const plainTextSchema = z.union([
  z.object({ conversation: z.string() }).transform((message) => message.conversation),
  z
    .object({ extendedTextMessage: z.object({ text: z.string() }) })
    .transform((m) => m.extendedTextMessage.text),
]);

function editedText(message: unknown): string | undefined {
  return plainTextSchema.safeParse(message).data;
}

function parseDeleted(data: unknown): InboundEvent {
  const deleted = deletedSchema.safeParse(data);
  if (!deleted.success) return unreadable('messages.delete');
  const id = 'id' in deleted.data ? deleted.data.id : deleted.data.key.id;
  return { type: 'deleted', providerMessageId: id, at: new Date() };
}

function parseConnection(data: unknown): InboundEvent {
  const update = connectionSchema.safeParse(data);
  const status = update.success ? STATES[update.data.state] : undefined;
  if (!update.success || status === undefined) return unreadable('connection.update');
  const { statusReason, wuid, profileName } = update.data;
  return {
    type: 'connection',
    status,
    reason: statusReason === null || statusReason === undefined ? null : String(statusReason),
    ownerAddress: wuid ?? null,
    profileName: profileName ?? null,
  };
}

/** Of a chat with one person; in a group nobody's typing is waited for. */
function parsePresence(data: unknown): InboundEvent[] {
  const presence = presenceSchema.safeParse(data);
  if (!presence.success) return [unreadable('presence.update')];
  const identity = identityOfAddress(presence.data.id);
  if (identity === undefined) return [{ type: 'ignored', reason: 'presence of no person' }];
  const known = Object.values(presence.data.presences).map((entry) => entry.lastKnownPresence);
  return [{ type: 'typing', identity, typing: known.some((word) => TYPING.has(word)) }];
}

function parseQrCode(data: unknown): InboundEvent {
  const qr = qrSchema.safeParse(data);
  // At the limit of codes the event carries an error instead; connection.update "refused" follows.
  if (!qr.success) return { type: 'ignored', reason: 'qrcode.updated without a code' };
  const { code, base64, pairingCode } = qr.data.qrcode;
  return { type: 'qrCode', code, image: base64, pairingCode: pairingCode ?? null };
}

function unreadable(event: string): InboundEvent {
  return { type: 'ignored', reason: `unreadable ${event}` };
}
