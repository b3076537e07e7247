/**
 * What can go wrong, in eight rows. Two translators know these classes: api/middleware/errors.ts (to HTTP) and
 * temporal/activity-interceptor.ts (to Temporal's retry vocabulary). docs/errors.md lists every code.
 */
export const ErrorCode = {
  // ValidationError: the request is wrong and stays wrong
  validation_failed: 'validation_failed',
  malformed_json: 'malformed_json',
  body_too_large: 'body_too_large',
  knowledge_too_long: 'knowledge_too_long',
  deadline_too_far: 'deadline_too_far',
  wrong_current_password: 'wrong_current_password',
  flow_invalid: 'flow_invalid',
  // UnauthorizedError
  invalid_credentials: 'invalid_credentials',
  token_missing: 'token_missing',
  token_invalid: 'token_invalid',
  session_ended: 'session_ended',
  webhook_refused: 'webhook_refused',
  // ForbiddenError
  role_forbidden: 'role_forbidden',
  origin_forbidden: 'origin_forbidden',
  tenant_inactive: 'tenant_inactive',
  // NotFoundError: it is not there, or it is another tenant's
  not_found: 'not_found',
  route_not_found: 'route_not_found',
  address_used: 'address_used',
  // ConflictError
  idempotency_conflict: 'idempotency_conflict',
  not_with_team: 'not_with_team',
  channel_already_connected: 'channel_already_connected',
  contact_merged: 'contact_merged',
  contact_changed: 'contact_changed',
  conversation_merged: 'conversation_merged',
  merge_not_undoable: 'merge_not_undoable',
  name_taken: 'name_taken',
  default_agent: 'default_agent',
  draft_changed: 'draft_changed',
  flow_locked: 'flow_locked',
  runs_in_flight: 'runs_in_flight',
  not_published: 'not_published',
  flow_paused: 'flow_paused',
  run_not_over: 'run_not_over',
  credential_in_use: 'credential_in_use',
  file_in_use: 'file_in_use',
  // QuotaExceededError
  too_many_attempts: 'too_many_attempts',
  // ProviderRejectedError
  provider_rejected: 'provider_rejected',
  number_not_on_whatsapp: 'number_not_on_whatsapp',
  // ProviderUnavailableError
  provider_unavailable: 'provider_unavailable',
  engine_unavailable: 'engine_unavailable',
  database_unavailable: 'database_unavailable',
  webhook_undecided: 'webhook_undecided',
  overloaded: 'overloaded',
  // anything else
  internal: 'internal',
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

interface ErrorOptions {
  /** For logs and, where it names fields, for the caller; never secrets or customers' words. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

export abstract class AppError extends Error {
  readonly details: Record<string, unknown>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.details = options.details ?? {};
  }
}

/** The input breaks a rule. HTTP 400; never retried. */
export class ValidationError extends AppError {}
/** Who asks is not known. HTTP 401; never retried. */
export class UnauthorizedError extends AppError {}
/** Who asks may not. HTTP 403; never retried. */
export class ForbiddenError extends AppError {}
/** There is no such thing, or it belongs to another tenant. HTTP 404; never retried. */
export class NotFoundError extends AppError {
  constructor(what: string, options: ErrorOptions = {}) {
    super(ErrorCode.not_found, `${what} not found`, options);
  }
}
/** It clashes with what is. HTTP 409; never retried. */
export class ConflictError extends AppError {}
/** A limit is reached. HTTP 429; never retried by Temporal. */
export class QuotaExceededError extends AppError {}
/** An outside system said no for good. HTTP 502; never retried. */
export class ProviderRejectedError extends AppError {}

/** An outside system did not answer, or asked us to wait. HTTP 503; retried. */
export class ProviderUnavailableError extends AppError {
  /** How long the outside system asked us to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The request may have had its effect although no answer came. */
  readonly uncertain: boolean;
  /** The outside system itself has answered: nothing of the request is under way any more. */
  readonly answered: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & {
      retryAfterMs?: number | undefined;
      uncertain?: boolean;
      answered?: boolean;
    } = {},
  ) {
    super(code, message, options);
    this.retryAfterMs = options.retryAfterMs;
    this.uncertain = options.uncertain ?? false;
    this.answered = options.answered ?? false;
  }
}
