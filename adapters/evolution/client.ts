import { Agent, request } from 'undici';
import * as z from 'zod';
import { currentCorrelation } from '../../config/correlation';
import { spellingsOfAddress } from '../../domain/contact/identity';
import {
  ErrorCode,
  NotFoundError,
  ProviderRejectedError,
  ProviderUnavailableError,
} from '../../domain/errors';

const SEND_TIMEOUT_MS = 10_000;
const DEFAULT_TIMEOUT_MS = 15_000;

/** What a channel's calls need: which instance, and the token that opens only that one. */
export interface InstanceAccess {
  instanceName: string;
  token: string;
}

/** A message as Evolution keeps it, for read-back. */
export interface StoredMessage {
  id: string;
  text: string;
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

export interface EvolutionClient {
  /** A send is given this long; what took longer may still have its effect until then (ms). */
  readonly sendTimeoutMs: number;
  createInstance(input: {
    instanceName: string;
    token: string;
    webhookUrl: string;
    webhookHeaders: Record<string, string>;
  }): Promise<void>;
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
  /** Shows "typing…" for a while. Best effort. */
  sendPresence(access: InstanceAccess, presence: { address: string; forMs: number }): Promise<void>;
  /** Our own messages to an address, newest first, as far as Evolution has stored them. */
  findSentMessages(access: InstanceAccess, address: string): Promise<StoredMessage[]>;
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
  'LOGOUT_INSTANCE',
  'STATUS_INSTANCE',
];

const qrSchema = z.object({
  code: z.string().optional(),
  base64: z.string().optional(),
  pairingCode: z.string().nullish(),
});
const sentSchema = z.object({ key: z.object({ id: z.string().min(1) }) });
const stateSchema = z.object({ instance: z.object({ state: z.string().optional() }) });
const foundSchema = z.object({
  messages: z.object({
    records: z.array(
      z.object({
        key: z.object({ id: z.string(), fromMe: z.boolean().optional() }),
        message: z.object({ conversation: z.string().optional() }).loose().nullish(),
        messageTimestamp: z.coerce.number(),
      }),
    ),
  }),
});
/** `message` is a list for 400/403/404, a string for 401 and for exceptions. */
const errorSchema = z.object({ response: z.object({ message: z.unknown() }).optional() });

/**
 * Evolution API v2. Facts: its routes answer 201 to most POSTs, 200 with `{error: true}` to some failures, and
 * have no idempotency key anywhere.
 */
export function createEvolutionClient(options: {
  url: string;
  apiKey: string;
  sendTimeoutMs?: number;
}): EvolutionClient {
  const sendTimeoutMs = options.sendTimeoutMs ?? SEND_TIMEOUT_MS;
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000 });

  async function call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    input: { key: string; body?: unknown; timeoutMs?: number },
  ): Promise<unknown> {
    const headers: Record<string, string> = { apikey: input.key, 'content-type': 'application/json' };
    const correlationId = currentCorrelation()?.correlationId;
    if (correlationId) headers['x-request-id'] = correlationId;
    let status: number;
    let text: string;
    try {
      const response = await request(`${options.url}${path}`, {
        method,
        dispatcher,
        headers,
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
        signal: AbortSignal.timeout(input.timeoutMs ?? DEFAULT_TIMEOUT_MS),
      });
      status = response.statusCode;
      text = await response.body.text();
    } catch (error) {
      throw new ProviderUnavailableError(ErrorCode.provider_unavailable, 'Evolution did not answer', {
        cause: error,
        uncertain: !neverReached(error),
      });
    }
    return interpret(status, text);
  }

  const path = (operation: string, access: InstanceAccess) =>
    `/${operation}/${encodeURIComponent(access.instanceName)}`;

  return {
    sendTimeoutMs,

    async createInstance({ instanceName, token, webhookUrl, webhookHeaders }) {
      await call('POST', '/instance/create', {
        key: options.apiKey,
        body: {
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
        },
      });
    },

    async connect(access, number) {
      const query = number === undefined ? '' : `?number=${encodeURIComponent(number)}`;
      const answer = await call('GET', path('instance/connect', access) + query, { key: access.token });
      if (stateSchema.safeParse(answer).data?.instance.state === 'open') return { state: 'open' };
      const { code, base64, pairingCode } = parse(qrSchema, answer);
      return { code, image: base64, pairingCode: pairingCode ?? null };
    },

    async connectionState(access) {
      const answer = await call('GET', path('instance/connectionState', access), { key: access.token });
      return parse(stateSchema, answer).instance.state ?? 'close';
    },

    async sendText(access, { address, text, typingMs = 0 }) {
      const answer = await call('POST', path('message/sendText', access), {
        key: access.token,
        body: { number: address, text, ...(typingMs > 0 ? { delay: typingMs } : {}) },
        timeoutMs: sendTimeoutMs + typingMs,
      });
      const sent = sentSchema.safeParse(answer);
      if (sent.success) return sent.data.key.id;
      // Accepted, yet we do not know as what.
      throw new ProviderUnavailableError(
        ErrorCode.provider_unavailable,
        'Evolution answered a send without an id',
        {
          uncertain: true,
        },
      );
    },

    async sendPresence(access, { address, forMs }) {
      await call('POST', path('chat/sendPresence', access), {
        key: access.token,
        body: { number: address, presence: 'composing', delay: forMs },
        timeoutMs: forMs + DEFAULT_TIMEOUT_MS,
      });
    },

    async findSentMessages(access, address) {
      const answers = await Promise.all(
        spellingsOfAddress(address).map((remoteJid) =>
          call('POST', path('chat/findMessages', access), {
            key: access.token,
            body: { where: { key: { remoteJid, fromMe: true } }, page: 1, offset: 50 },
          }),
        ),
      );
      return answers
        .flatMap((answer) => parse(foundSchema, answer).messages.records)
        .filter((record) => record.key.fromMe !== false)
        .map((record) => ({
          id: record.key.id,
          text: record.message?.conversation ?? '',
          timestamp: record.messageTimestamp,
        }));
    },

    async logout(access) {
      await call('DELETE', path('instance/logout', access), { key: access.token });
    },

    async deleteInstance(access) {
      try {
        await call('DELETE', path('instance/delete', access), { key: options.apiKey });
      } catch (error) {
        if (!(error instanceof NotFoundError)) throw error;
      }
    },

    close: () => dispatcher.close(),
  };
}

function interpret(status: number, text: string): unknown {
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ProviderUnavailableError(
      ErrorCode.provider_unavailable,
      `Evolution answered ${status} without JSON`,
      {
        uncertain: status < 400,
      },
    );
  }
  if (status < 300 && !isErrorFlag(body)) return body;
  const reason = JSON.stringify(errorSchema.safeParse(body).data?.response?.message ?? '').slice(0, 500);
  const details = { status, reason };
  if (status === 404) throw new NotFoundError('Evolution instance', { details });
  if (status === 400 && /"exists":\s*false/.test(reason)) {
    throw new ProviderRejectedError(ErrorCode.number_not_on_whatsapp, 'The number is not on WhatsApp', {
      details,
    });
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    throw new ProviderRejectedError(ErrorCode.provider_rejected, `Evolution refused: ${reason}`, { details });
  }
  throw new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    `Evolution failed with ${status}: ${reason}`,
    {
      details,
      uncertain: !NEVER_SENT.test(reason),
    },
  );
}

/** 500s of a socket to WhatsApp that is down. Any other may have come after the message left. */
const NEVER_SENT = /connection closed|not connected|of undefined \(reading/i;

function isErrorFlag(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && body.error === true;
}

function parse<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    'Evolution answered in an unknown shape',
    {
      details: { issues: parsed.error.issues.slice(0, 3) },
    },
  );
}

/** The connection was never made, so the request had no effect. */
function neverReached(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}
