import { Agent, request } from 'undici';
import * as z from 'zod';
import { currentCorrelation } from '../../config/correlation';
import {
  ErrorCode,
  NotFoundError,
  ProviderRejectedError,
  ProviderUnavailableError,
} from '../../domain/errors';

const DEFAULT_TIMEOUT_MS = 15_000;

export interface EvolutionHttp {
  /**
   * One request, one answer in JSON.
   *
   * @throws NotFoundError, ProviderRejectedError, ProviderUnavailableError (with `uncertain` where it may have had
   *   its effect although no answer came), AnswerTooLarge past `maxBytes`
   */
  call(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    input: { key: string; body?: unknown; timeoutMs?: number; maxBytes?: number },
  ): Promise<unknown>;
  close(): Promise<void>;
}

/** The answer is longer than it may be; the rest of it was not read. */
export class AnswerTooLarge extends Error {}

/** `message` is a list for 400/403/404, a string for 401 and for exceptions. */
const errorSchema = z.object({ response: z.object({ message: z.unknown().optional() }).optional() });

/** Evolution's HTTP: its key header, its error envelopes, and what each failure means for what was asked. */
export function createEvolutionHttp(url: string): EvolutionHttp {
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
  return {
    async call(method, path, { key, body, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes }) {
      const headers: Record<string, string> = { apikey: key, 'content-type': 'application/json' };
      const correlationId = currentCorrelation()?.correlationId;
      if (correlationId) headers['x-request-id'] = correlationId;
      let status: number;
      let text: string;
      try {
        const response = await request(`${url}${path}`, {
          method,
          dispatcher,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(timeoutMs),
        });
        status = response.statusCode;
        text = maxBytes === undefined ? await response.body.text() : await readUpTo(maxBytes, response.body);
      } catch (error) {
        if (error instanceof AnswerTooLarge) throw error;
        throw new ProviderUnavailableError(ErrorCode.provider_unavailable, 'Evolution did not answer', {
          cause: error,
          uncertain: !neverReached(error),
        });
      }
      return interpret(status, text);
    },
    close: () => dispatcher.close(),
  };
}

async function readUpTo(maxBytes: number, body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > maxBytes) throw new AnswerTooLarge(`an answer of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString();
}

function interpret(status: number, text: string): unknown {
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ProviderUnavailableError(
      ErrorCode.provider_unavailable,
      `Evolution answered ${status} without JSON`,
      // A proxy's page of a 5xx: it gave up on Evolution, which may still be at it.
      { uncertain: status < 400 || status >= 500 },
    );
  }
  if (status < 300 && !isErrorFlag(body)) return body;
  const envelope = errorSchema.safeParse(body).data?.response;
  const reason = JSON.stringify(envelope?.message ?? '').slice(0, 500);
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
      // In its own envelope: a proxy's 5xx may also be JSON, and says nothing of what Evolution does meanwhile.
      answered: envelope?.message !== undefined || isErrorFlag(body),
    },
  );
}

/** 500s of a socket to WhatsApp that is down. Any other may have come after the message left. */
const NEVER_SENT = /connection closed|not connected|of undefined \(reading/i;

function isErrorFlag(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'error' in body && body.error === true;
}

/** The connection was never made, so the request had no effect. */
function neverReached(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}
