import { serverNow } from '../time/server-clock';
import type { Problem } from './types';

/** The API said no, and why. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: Problem['code'];
  readonly detail: string;
  readonly requestId: string;
  readonly fields: NonNullable<Problem['errors']>;
  /** When to try again (Unix ms, the server's clock), where the API asks for patience. */
  readonly retryAt: number | undefined;
  /** As it was answered, for what only one screen understands. */
  readonly problem: Problem;

  constructor(problem: Problem, retryAt?: number) {
    super(problem.title);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.fields = problem.errors ?? [];
    this.retryAt = retryAt;
    this.problem = problem;
  }
}

/** What was answered, as an error; also when something before the API answered in its place. */
export function apiErrorOf(response: Response, body: unknown): ApiError {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAt = Number.isFinite(seconds) ? serverNow() + seconds * 1_000 : undefined;
  return new ApiError(isProblem(body) ? body : unspoken(response), retryAt);
}

/** A proxy's page, or nothing: its words are left to whoever shows the error. */
function unspoken(response: Response): Problem {
  return {
    type: 'about:blank',
    title: '',
    detail: '',
    status: response.status,
    code: 'internal',
    requestId: response.headers.get('x-request-id') ?? '',
  };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    'title' in body &&
    typeof body.code === 'string' &&
    typeof body.title === 'string'
  );
}
