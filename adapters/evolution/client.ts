import * as z from 'zod';
import { spellingsOfAddress } from '../../domain/contact/identity';
import { NotFoundError } from '../../domain/errors';
import { createGroupCalls, type GroupCalls } from './groups';
import { type DownloadMedia, createDownloadMedia } from './download-media';
import { createEvolutionHttp } from './http';
import { parseAnswer } from './parse-answer';
import { createSendMedia, type SendMedia, sentId } from './send-media';

const SEND_TIMEOUT_MS = 10_000;
const STORE_DELAY_MS = 1_000;

/** What a channel's calls need: which instance, and the token that opens only that one. */
export interface InstanceAccess {
  instanceName: string;
  token: string;
}

/** A message as Evolution keeps it, for read-back. */
export interface StoredMessage {
  id: string;
  /** Its words; the caption of a file. */
  text: string;
  /** Image, audio, video or document. */
  carriesFile: boolean;
  /** Unix seconds. */
  timestamp: number;
}

export interface QrCode {
  /** Undefined while the instance has none to show yet. */
  code?: string | undefined;
  /** PNG as a data URI. */
  image?: string | undefined;
  pairingCode: string | null;
}

export interface NewInstance {
  /** Opaque and unique at the provider. */
  instanceName: string;
  /** Chosen by us; opens this instance only. */
  token: string;
  webhookUrl: string;
  /** Sent back with every webhook. */
  webhookHeaders: Record<string, string>;
}

export interface EvolutionClient extends GroupCalls {
  /** A send is given this long; what took longer may still have its effect until then (ms). */
  readonly sendTimeoutMs: number;
  /** After an error that Evolution itself has answered, what it has sent is in its store within so long (ms). */
  readonly storeDelayMs: number;
  createInstance(instance: NewInstance): Promise<void>;
  /** Begins pairing. With `number` (digits) a pairing code comes too. */
  connect(access: InstanceAccess, number?: string): Promise<QrCode | { state: 'open' }>;
  connectionState(access: InstanceAccess): Promise<string>;
  /**
   * @returns the provider's id of the message
   * @throws ProviderRejectedError number_not_on_whatsapp: the number is not on WhatsApp
   * @throws ProviderUnavailableError with `uncertain` when it may have been sent although no answer came
   */
  sendText(
    access: InstanceAccess,
    message: { address: string; text: string; typingMs?: number },
  ): Promise<string>;
  /** A file by its https address, or as base64. Returns and throws as sendText. */
  sendMedia: SendMedia;
  /** Shows "typing…" for a while. Best effort. */
  sendPresence(access: InstanceAccess, presence: { address: string; forMs: number }): Promise<void>;
  /** Our own messages to an address, newest first, as far as Evolution has stored them. */
  findSentMessages(access: InstanceAccess, address: string): Promise<StoredMessage[]>;
  downloadMedia: DownloadMedia;
  logout(access: InstanceAccess): Promise<void>;
  /** Deleting what is not there is fine. */
  deleteInstance(access: InstanceAccess): Promise<void>;
  close(): Promise<void>;
}

/** The events a channel listens to. Undefined or empty would mean an error or all of them. */
const WEBHOOK_EVENTS = [
  'QRCODE_UPDATED',
  'CONNECTION_UPDATE',
  'MESSAGES_UPSERT',
  'MESSAGES_UPDATE',
  'MESSAGES_EDITED',
  'MESSAGES_DELETE',
  'SEND_MESSAGE',
  // Evolution reports it of chats in which it has shown a presence of ours: from our first "typing…" on.
  'PRESENCE_UPDATE',
  'LOGOUT_INSTANCE',
  'STATUS_INSTANCE',
];

const qrSchema = z.object({
  code: z.string().optional(),
  base64: z.string().optional(),
  pairingCode: z.string().nullish(),
});
const stateSchema = z.object({ instance: z.object({ state: z.string().optional() }) });
const captionedSchema = z.object({ caption: z.string().nullish() }).loose().optional();
const storedContentSchema = z
  .object({
    conversation: z.string().optional(),
    imageMessage: captionedSchema,
    videoMessage: captionedSchema,
    documentMessage: captionedSchema,
    audioMessage: captionedSchema,
  })
  .loose();
const foundSchema = z.object({
  messages: z.object({
    records: z.array(
      z.object({
        key: z.object({ id: z.string(), fromMe: z.boolean().optional() }),
        message: storedContentSchema.nullish(),
        messageTimestamp: z.union([
          z.coerce.number(),
          z.object({ low: z.number() }).transform(({ low }) => low),
        ]),
      }),
    ),
  }),
});
/**
 * Evolution API v2. Facts: its routes answer 201 to most POSTs, 200 with `{error: true}` to some failures, and
 * have no idempotency key anywhere.
 */
export function createEvolutionClient(options: {
  url: string;
  apiKey: string;
  sendTimeoutMs?: number;
  storeDelayMs?: number;
  downloadTimeoutMs?: number;
}): EvolutionClient {
  const sendTimeoutMs = options.sendTimeoutMs ?? SEND_TIMEOUT_MS;
  const http = createEvolutionHttp(options.url);
  const path = (operation: string, access: InstanceAccess) =>
    `/${operation}/${encodeURIComponent(access.instanceName)}`;

  return {
    sendTimeoutMs,
    storeDelayMs: options.storeDelayMs ?? STORE_DELAY_MS,

    async createInstance(instance) {
      await http.call('POST', '/instance/create', { key: options.apiKey, body: newInstanceBody(instance) });
    },

    async connect(access, number) {
      const query = number === undefined ? '' : `?number=${encodeURIComponent(number)}`;
      const answer = await http.call('GET', path('instance/connect', access) + query, { key: access.token });
      if (stateSchema.safeParse(answer).data?.instance.state === 'open') return { state: 'open' };
      const { code, base64, pairingCode } = parseAnswer(qrSchema, answer);
      return { code, image: base64, pairingCode: pairingCode ?? null };
    },

    async connectionState(access) {
      const answer = await http.call('GET', path('instance/connectionState', access), { key: access.token });
      return parseAnswer(stateSchema, answer).instance.state ?? 'close';
    },

    async sendText(access, { address, text, typingMs = 0 }) {
      const answer = await http.call('POST', path('message/sendText', access), {
        key: access.token,
        body: { number: address, text, ...(typingMs > 0 ? { delay: typingMs } : {}) },
        timeoutMs: sendTimeoutMs + typingMs,
      });
      return sentId(answer);
    },

    sendMedia: createSendMedia(http, sendTimeoutMs),

    async sendPresence(access, { address, forMs }) {
      await http.call('POST', path('chat/sendPresence', access), {
        key: access.token,
        body: { number: address, presence: 'composing', delay: forMs },
        timeoutMs: forMs + SEND_TIMEOUT_MS,
      });
    },

    async findSentMessages(access, address) {
      const answers = await Promise.all(
        spellingsOfAddress(address).map((remoteJid) =>
          http.call('POST', path('chat/findMessages', access), {
            key: access.token,
            body: { where: { key: { remoteJid, fromMe: true } }, page: 1, offset: 50 },
          }),
        ),
      );
      return answers.flatMap(readStoredMessages);
    },

    downloadMedia: createDownloadMedia(http, options.downloadTimeoutMs),

    async logout(access) {
      await http.call('DELETE', path('instance/logout', access), { key: access.token });
    },

    async deleteInstance(access) {
      try {
        await http.call('DELETE', path('instance/delete', access), { key: options.apiKey });
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    },

    ...createGroupCalls(http),

    close: () => http.close(),
  };
}

function newInstanceBody(instance: NewInstance): Record<string, unknown> {
  const { instanceName, token, webhookUrl, webhookHeaders } = instance;
  return {
    instanceName,
    token,
    integration: 'WHATSAPP-BAILEYS',
    qrcode: false,
    rejectCall: false,
    groupsIgnore: true,
    alwaysOnline: false,
    readMessages: false,
    readStatus: false,
    syncFullHistory: false,
    webhook: {
      url: webhookUrl,
      byEvents: false,
      base64: false,
      headers: webhookHeaders,
      events: WEBHOOK_EVENTS,
    },
  };
}

function readStoredMessages(answer: unknown): StoredMessage[] {
  return parseAnswer(foundSchema, answer)
    .messages.records.filter((record) => record.key.fromMe !== false)
    .map((record) => {
      const { conversation, imageMessage, videoMessage, documentMessage, audioMessage } =
        record.message ?? {};
      const file = imageMessage ?? videoMessage ?? documentMessage ?? audioMessage;
      return {
        id: record.key.id,
        text: conversation ?? file?.caption ?? '',
        carriesFile: file !== undefined,
        timestamp: record.messageTimestamp,
      };
    });
}
