import * as z from 'zod';
import {
  ErrorCode,
  NotFoundError,
  ProviderRejectedError,
  ProviderUnavailableError,
} from '../../domain/errors';
import { OutboundError } from '../http/outbound-error';
import type { OutboundAnswer, OutboundHttp, OutboundMethod } from '../http/outbound-http';
import { readRetryAfter } from '../http/retry-after';

/** An account at a Chatwoot, and a token of a person there. */
export interface ChatwootAccess {
  /** Without a slash at its end. */
  baseUrl: string;
  accountId: number;
  token: string;
}

export interface ChatwootRequest {
  json?: unknown;
  /** Instead of `json`, where a file goes along. */
  form?: FormData;
}

export type ChatwootCall = (
  access: Pick<ChatwootAccess, 'baseUrl' | 'token'>,
  method: OutboundMethod,
  path: string,
  request?: ChatwootRequest,
) => Promise<unknown>;

const TIMEOUT_MS = 15_000;
const FILE_TIMEOUT_MS = 60_000;
/** What we keep of a customer's file is no larger. */
const MAX_FILE_BYTES = 24 * 1024 * 1024;
/** Lists of conversations carry their last messages. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** Asked to wait longer than this, we ask again anyway (ms). */
const MAX_RETRY_AFTER_MS = 120_000;

/** In whatever version: `{error}`, `{errors: […]}` or `{message, attributes}`. */
const refusalSchema = z.object({
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  message: z.unknown().optional(),
});

/**
 * One request to a Chatwoot, one answer in JSON, and what each failure means for what was asked: NotFoundError (404),
 * ProviderRejectedError (a token that is not taken, see refusesToken; the rest of 4xx; an address that leads inward), ProviderUnavailableError (no answer, 429, 5xx, or no JSON: it may have had its
 * effect).
 */
export function createChatwootCall(outbound: OutboundHttp, signal?: AbortSignal): ChatwootCall {
  return async ({ baseUrl, token }, method, path, { json, form } = {}) => {
    const packed = form === undefined ? undefined : new Response(form);
    const body = packed === undefined ? undefined : new Uint8Array(await packed.arrayBuffer());
    let answer: OutboundAnswer;
    try {
      answer = await outbound.call({
        method,
        url: `${baseUrl}${path}`,
        headers: {
          accept: 'application/json',
          'content-type': packed?.headers.get('content-type') ?? 'application/json',
        },
        authorize: (url) =>
          url.origin === new URL(baseUrl).origin ? { headers: { api_access_token: token } } : {},
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(body === undefined ? {} : { body, maxBodyBytes: MAX_FILE_BYTES }),
        timeoutMs: body === undefined ? TIMEOUT_MS : FILE_TIMEOUT_MS,
        maxBytes: MAX_ANSWER_BYTES,
        signal,
      });
    } catch (error) {
      throw error instanceof OutboundError ? notAnswered(error) : error;
    }
    return interpret(answer);
  };
}

const isRefusal = (status: unknown) => status === 401 || status === 403;

/** The token is not taken (any more): another one is needed, for everything. */
export function refusesToken(error: unknown): error is ProviderRejectedError {
  return error instanceof ProviderRejectedError && isRefusal(error.details['status']);
}

function notAnswered(error: OutboundError): Error {
  const options = { cause: error, details: { reason: error.reason } };
  return error.reason === 'refused_address' || error.reason === 'invalid_request'
    ? new ProviderRejectedError(ErrorCode.provider_rejected, error.message, options)
    : new ProviderUnavailableError(ErrorCode.provider_unavailable, 'Chatwoot did not answer', {
        ...options,
        uncertain: true,
      });
}

function interpret({ status, headers, body }: OutboundAnswer): unknown {
  const answer = parsed(body);
  if (status < 300) {
    if (answer !== undefined) return answer;
    throw new ProviderUnavailableError(
      ErrorCode.provider_unavailable,
      `Chatwoot answered ${status} without JSON`,
      {
        uncertain: true,
      },
    );
  }
  const details = { status, reason: reasonOf(answer) };
  if (status === 404) throw new NotFoundError('Chatwoot resource', { details });
  if (isRefusal(status)) {
    throw new ProviderRejectedError(ErrorCode.provider_rejected, 'Chatwoot does not take the token', {
      details,
    });
  }
  if (status < 500 && status !== 408 && status !== 429) {
    throw new ProviderRejectedError(
      ErrorCode.provider_rejected,
      `Chatwoot refused (${status}): ${details.reason}`,
      { details },
    );
  }
  throw new ProviderUnavailableError(ErrorCode.provider_unavailable, `Chatwoot failed with ${status}`, {
    details,
    retryAfterMs: readRetryAfter(headers['retry-after'], MAX_RETRY_AFTER_MS),
    uncertain: status >= 500,
  });
}

function parsed(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(answer: unknown): string {
  const { error, errors, message } = refusalSchema.safeParse(answer).data ?? {};
  const said = error ?? errors ?? message ?? '';
  return (typeof said === 'string' ? said : JSON.stringify(said)).slice(0, 300);
}
