import type { ErrorRequestHandler, Request } from 'express';
import { currentCorrelation } from '../../config/correlation';
import { hasErrorCode } from '../../config/has-error-code';
import type { Logger } from '../../config/logger';
import {
  AppError,
  ConflictError,
  ErrorCode,
  ForbiddenError,
  NotFoundError,
  ProviderRejectedError,
  ProviderUnavailableError,
  QuotaExceededError,
  UnauthorizedError,
  ValidationError,
} from '../../domain/errors';
import { wordFinding } from '../../domain/flow/finding-words';
import { FlowInvalidError } from '../../domain/flow/flow-invalid-error';
import { ERROR_WORDS } from '../errors/catalog';
import { callerLocale } from '../errors/locale';
import { hideSecrets } from './hide-secrets';

const STATUS: [new (...args: never[]) => AppError, number][] = [
  [ValidationError, 400],
  [UnauthorizedError, 401],
  [ForbiddenError, 403],
  [NotFoundError, 404],
  [ConflictError, 409],
  [QuotaExceededError, 429],
  [ProviderRejectedError, 502],
  [ProviderUnavailableError, 503],
];

/** RFC 9457. `code` is stable; title and detail are in the caller's language. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  requestId: string;
  /** Fields that are wrong, for validation_failed. */
  errors?: unknown;
  /** Findings that forbid publishing, and the others, for flow_invalid. */
  problems?: unknown;
  /** What stands now, for conflicts that name it. */
  current?: unknown;
}

/** The one place where errors become HTTP. Unknown ones say nothing of what happened, except to the log. */
export function handleErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const known = recognise(error);
    const status = statusOf(known);
    if (status >= 500) log.error({ err: error, path: hideSecrets(req.path) }, 'a request failed');
    else log.debug({ code: known?.code, path: hideSecrets(req.path) }, 'a request was refused');
    if (known instanceof QuotaExceededError || known instanceof ProviderUnavailableError) {
      res.setHeader('retry-after', String(retryAfterSeconds(known)));
    }
    res
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(known, status, req)));
  };
}

export function problemOf(error: AppError | undefined, status: number, req: Request): Problem {
  const code = error?.code ?? ErrorCode.internal;
  const locale = callerLocale(req);
  const words = ERROR_WORDS[code][locale];
  const fields = error instanceof ValidationError ? error.details['fields'] : undefined;
  return {
    type: `urn:prosa:error:${code}`,
    title: words.title,
    status,
    detail: words.detail,
    code,
    requestId: currentCorrelation()?.correlationId ?? '',
    ...(fields === undefined ? {} : { errors: fields }),
    ...(error instanceof FlowInvalidError && {
      problems: error.findings.map((found) => wordFinding(found, locale)),
    }),
    ...(error instanceof ConflictError &&
      error.details['current'] !== undefined && { current: error.details['current'] }),
  };
}

/** Our errors, and those of the libraries below the routes. */
function recognise(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new ValidationError(ErrorCode.body_too_large, 'body too large');
  if (typeof type === 'string' && /^(entity|encoding|charset|request|parameters)\./.test(type)) {
    return new ValidationError(ErrorCode.malformed_json, 'unreadable body', { cause: error });
  }
  // Express itself, for a path that is not valid percent-encoding.
  if (error instanceof URIError) return new NotFoundError('Path', { cause: error });
  if (isDatabaseAway(error)) {
    return new ProviderUnavailableError(ErrorCode.database_unavailable, 'The database did not answer', {
      cause: error,
    });
  }
  return undefined;
}

/** Prisma's P1xxx and P2024/P2028 (no connection, no time), PostgreSQL's class 57 and 53, and broken sockets. */
function isDatabaseAway(error: unknown): boolean {
  const codes = [
    'P1001',
    'P1002',
    'P1008',
    'P1017',
    'P2024',
    'P2028',
    'ECONNREFUSED',
    'ECONNRESET',
    '57P01',
    '57P03',
    '53300',
  ];
  if (codes.some((code) => hasErrorCode(error, code))) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}

function statusOf(error: AppError | undefined): number {
  if (error === undefined) return 500;
  if (error.code === ErrorCode.body_too_large) return 413;
  if (error.code === ErrorCode.flow_invalid) return 422;
  return STATUS.find(([type]) => error instanceof type)?.[1] ?? 500;
}

function retryAfterSeconds(error: QuotaExceededError | ProviderUnavailableError): number {
  const wait =
    error instanceof ProviderUnavailableError ? error.retryAfterMs : Number(error.details['retryAfterMs']);
  return Math.max(1, Math.ceil((Number.isFinite(wait) ? (wait ?? 0) : 0) / 1_000) || 5);
}
