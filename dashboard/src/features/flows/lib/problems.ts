import { ApiError } from '../../../lib/api/api-error';
import type { PublishProblem } from '../api/shapes';

/** What forbids publishing, as the API said; nothing where it refused for another reason. */
export function problemsOf(error: unknown): PublishProblem[] {
  if (!(error instanceof ApiError)) return [];
  const { problems } = error.problem as { problems?: unknown };
  return Array.isArray(problems) ? problems.flatMap(problemOf) : [];
}

function problemOf(input: unknown): PublishProblem[] {
  if (typeof input !== 'object' || input === null) return [];
  const { code, severity, nodeId, message } = input as Record<string, unknown>;
  if (typeof code !== 'string' || typeof message !== 'string') return [];
  return [
    {
      code,
      message,
      severity: severity === 'warning' || severity === 'hint' ? severity : 'error',
      nodeId: typeof nodeId === 'string' ? nodeId : null,
    },
  ];
}
