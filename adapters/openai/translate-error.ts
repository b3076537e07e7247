import OpenAI from 'openai';
import { AppError, ErrorCode, ProviderRejectedError, ProviderUnavailableError } from '../../domain/errors';
import { readRetryAfter } from '../http/retry-after';

/** Out of credit comes as 429, and waiting does not help. */
const PERMANENT_CODES = new Set(['insufficient_quota', 'invalid_api_key', 'model_not_found']);
/** Asked to wait longer than this, we ask again anyway (ms). */
const MAX_RETRY_AFTER_MS = 60_000;

/** Turns whatever the SDK throws into our classes; its oddities (bare SyntaxError, cut streams) included. */
export function translateOpenAiError(error: unknown): Error {
  if (error instanceof AppError) return error;
  // An abort is the caller's own wish and keeps its meaning.
  if (error instanceof OpenAI.APIUserAbortError) return error;
  if (error instanceof OpenAI.APIError && typeof error.status === 'number') {
    const { status } = error as { status: number };
    const details = { status, code: error.code, type: error.type, requestId: error.requestID };
    const permanent =
      PERMANENT_CODES.has(error.code ?? '') || (status < 500 && ![408, 409, 429].includes(status));
    return permanent
      ? new ProviderRejectedError(ErrorCode.provider_rejected, `The model provider refused (${status})`, {
          details,
          cause: error,
        })
      : new ProviderUnavailableError(
          ErrorCode.provider_unavailable,
          `The model provider failed (${status})`,
          {
            details,
            cause: error,
            retryAfterMs: retryAfter(error.headers as Headers | undefined),
          },
        );
  }
  return new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    'The model provider did not answer properly',
    {
      cause: error,
    },
  );
}

function retryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms'));
  if (milliseconds > 0) return Math.min(milliseconds, MAX_RETRY_AFTER_MS);
  return readRetryAfter(headers?.get('retry-after'), MAX_RETRY_AFTER_MS);
}
