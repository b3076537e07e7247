import * as z from 'zod';
import type { InboundEvent, MessageKind } from '../../domain/channel/inbound';
import { identityOfAddress, type ContactIdentity } from '../../domain/contact/identity';
import { asGroupMessage } from './parse-group';
import { unwrapMessage } from './unwrap-message';

/** The year 3000: beyond it, no clock is right and no date is valid. */
const MAX_UNIX_SECONDS = 32_503_680_000;

/** What does not matter enough to lose a message for: another shape than expected counts as absent. */
const perhaps = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const upsertSchema = z.object({
  key: z.object({
    id: z.string().min(1),
    remoteJid: z.string(),
    fromMe: z.boolean().default(false),
    remoteJidAlt: perhaps(z.string()),
    senderPn: perhaps(z.string()),
    senderLid: perhaps(z.string()),
  }),
  pushName: perhaps(z.string()),
  message: perhaps(z.record(z.string(), z.unknown())),
  messageType: perhaps(z.string()),
  // Seconds; some builds write a string, some a Long.
  messageTimestamp: perhaps(
    z.union([
      z.coerce.number().positive().max(MAX_UNIX_SECONDS),
      z.object({ low: z.number() }).transform((long) => long.low),
    ]),
  ),
  contextInfo: z.unknown().optional(),
});
type Upsert = z.infer<typeof upsertSchema>;

/**
 * Reads one `messages.upsert`. A phone number may come as the address, beside a privacy id (LID) or not at all,
 * depending on the build: every name that is given is kept.
 */
export function parseUpsert(data: unknown): InboundEvent {
  const parsed = upsertSchema.safeParse(data);
  if (!parsed.success) return { type: 'ignored', reason: 'unreadable messages.upsert' };
  const upsert = { ...parsed.data, message: unwrapMessage(parsed.data.message) };
  const { key } = upsert;
  const isGroup = /@g\.us$/.test(key.remoteJid);
  const identities = isGroup ? [] : identitiesOf(upsert);
  if (!isGroup && identities.length === 0) return { type: 'ignored', reason: 'not a person' };

  const reaction = reactionSchema.safeParse(upsert.message).data?.reactionMessage;
  if (reaction !== undefined) {
    return {
      type: 'reaction',
      providerMessageId: reaction.key.id,
      emoji: reaction.text,
      fromCustomer: !key.fromMe,
    };
  }
  const revoked = protocolSchema.safeParse(upsert.message).data?.protocolMessage;
  if (revoked !== undefined) return { type: 'ignored', reason: 'protocolMessage' };

  const content = contentOf(upsert);
  const message = {
    providerMessageId: key.id,
    address: key.remoteJid,
    identities,
    name: nameOf(upsert),
    ...content,
    payload: withQuote(content.payload, upsert.contextInfo),
    sentAt: new Date((upsert.messageTimestamp ?? Date.now() / 1_000) * 1_000),
  };
  if (isGroup) return asGroupMessage({ ...upsert, key: rawKey(data) }, key.remoteJid, key.fromMe, message);
  return { type: key.fromMe ? 'ownMessage' : 'customerMessage', message };
}

const keySchema = z.object({ key: z.unknown() });

/** With the member's addresses, which only groups have. */
function rawKey(data: unknown): unknown {
  return keySchema.parse(data).key;
}

const reactionSchema = z.object({
  reactionMessage: z.object({ key: z.object({ id: z.string() }), text: z.string().default('') }),
});
const protocolSchema = z.object({ protocolMessage: z.object({}).loose() });

function identitiesOf({ key }: Upsert): ContactIdentity[] {
  // For our own messages the alternate address may be our own: only the chat's address is the customer's.
  const addresses = key.fromMe
    ? [key.remoteJid]
    : [key.remoteJid, key.remoteJidAlt, key.senderPn, key.senderLid];
  const found = addresses.flatMap((value) => (value ? (identityOfAddress(value) ?? []) : []));
  const unique = new Map(found.map((identity) => [`${identity.kind}:${identity.value}`, identity]));
  // A phone first: it is what people recognise.
  return [...unique.values()].sort((a, b) => b.kind.localeCompare(a.kind));
}

function nameOf(upsert: Upsert): string | null {
  // "Você" is what builds write for the owner's own messages.
  if (upsert.key.fromMe) return null;
  const name = upsert.pushName?.trim();
  return name ? name.slice(0, 120) : null;
}

interface Content {
  kind: MessageKind;
  text: string;
  payload: Record<string, unknown> | null;
}

const MEDIA: Record<string, MessageKind> = {
  imageMessage: 'image',
  audioMessage: 'audio',
  videoMessage: 'video',
  documentMessage: 'document',
  stickerMessage: 'sticker',
  ptvMessage: 'video',
};

const mediaSchema = z.object({
  caption: z.string().nullish(),
  mimetype: z.string().nullish(),
  seconds: z.coerce.number().nullish(),
  ptt: z.boolean().nullish(),
  fileName: z.string().nullish(),
  fileLength: z.unknown().optional(),
});

const textSchemas = [
  z.object({ conversation: z.string() }).transform((m) => m.conversation),
  z
    .object({ extendedTextMessage: z.object({ text: z.string() }) })
    .transform((m) => m.extendedTextMessage.text),
];
const choiceSchemas = [
  z
    .object({ buttonsResponseMessage: z.object({ selectedDisplayText: z.string() }) })
    .transform((m) => m.buttonsResponseMessage.selectedDisplayText),
  z
    .object({ listResponseMessage: z.object({ title: z.string() }) })
    .transform((m) => m.listResponseMessage.title),
  z
    .object({ templateButtonReplyMessage: z.object({ selectedDisplayText: z.string() }) })
    .transform((m) => m.templateButtonReplyMessage.selectedDisplayText),
];
const locationSchema = z.object({
  locationMessage: z.object({
    degreesLatitude: z.number(),
    degreesLongitude: z.number(),
    name: z.string().nullish(),
    address: z.string().nullish(),
  }),
});
const contactSchema = z.object({ contactMessage: z.object({ displayName: z.string().nullish() }) });

function contentOf({ message, messageType }: Upsert): Content {
  for (const schema of textSchemas) {
    const text = schema.safeParse(message).data;
    if (text !== undefined) return { kind: 'text', text: clean(text), payload: null };
  }
  for (const schema of choiceSchemas) {
    const text = schema.safeParse(message).data;
    if (text !== undefined) return { kind: 'choice', text: clean(text), payload: null };
  }
  for (const [key, kind] of Object.entries(MEDIA)) {
    const media = mediaSchema.safeParse(message?.[key]).data;
    if (media !== undefined) return { kind, text: clean(media.caption ?? ''), payload: mediaPayload(media) };
  }
  const location = locationSchema.safeParse(message).data?.locationMessage;
  if (location !== undefined) {
    return { kind: 'location', text: clean(location.name ?? location.address ?? ''), payload: location };
  }
  const contact = contactSchema.safeParse(message).data?.contactMessage;
  if (contact !== undefined)
    return { kind: 'contact', text: clean(contact.displayName ?? ''), payload: null };
  return { kind: 'unsupported', text: '', payload: { messageType: messageType ?? 'unknown' } };
}

function mediaPayload(media: z.infer<typeof mediaSchema>): Record<string, unknown> {
  const size = Number(media.fileLength);
  return Object.fromEntries(
    Object.entries({
      mimetype: media.mimetype,
      seconds: media.seconds,
      voice: media.ptt,
      fileName: media.fileName,
      bytes: Number.isFinite(size) && size > 0 ? size : undefined,
    }).filter(([, value]) => value !== undefined && value !== null),
  );
}

const quoteSchema = z.object({ stanzaId: z.string().min(1) });

function withQuote(payload: Content['payload'], contextInfo: unknown): Content['payload'] {
  const quoted = quoteSchema.safeParse(contextInfo).data?.stanzaId;
  return quoted === undefined ? payload : { ...payload, quotedId: quoted };
}

/** PostgreSQL stores no NUL, and JSON no lone surrogate; WhatsApp itself cuts at 65,536 characters. */
function clean(text: string): string {
  return text.replaceAll('\0', '').slice(0, 65_536).toWellFormed();
}
