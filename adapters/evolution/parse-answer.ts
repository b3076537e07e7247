import type * as z from 'zod';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';

/** @throws ProviderUnavailableError when Evolution answers what it never did */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ProviderUnavailableError(
    ErrorCode.provider_unavailable,
    'Evolution answered in an unknown shape',
    { details: { issues: parsed.error.issues.slice(0, 3) } },
  );
}
