import { ApiError } from '../../../lib/api/api-error';
import type { PublishProblem } from '../api/shapes';

/** What forbids publishing, as the API said; nothing where it refused for another reason. */
export function problemsOf(error: unknown): PublishProblem[] {
  return error instanceof ApiError ? (error.problem.problems ?? []) : [];
}
