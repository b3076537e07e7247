import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import * as z from 'zod';
import { withCorrelation } from '../config/correlation';
import { newId } from '../config/new-id';
import { AppError, ProviderUnavailableError } from '../domain/errors';

/** What most activity inputs name; the rest of them is not looked at. */
const subjectSchema = z.object({
  correlationId: z.string().nullish(),
  tenantId: z.string().optional(),
  conversationId: z.string().optional(),
});

/** Around every activity: what its logs and calls share, and our errors in Temporal's retry vocabulary. */
export function createActivityInterceptor(): ActivityInboundCallsInterceptor {
  return {
    execute(input, next) {
      const { correlationId, ...subject } = subjectSchema.safeParse(input.args[0]).data ?? {};
      return withCorrelation({ ...subject, correlationId: correlationId ?? newId() }, async () => {
        try {
          return await next(input);
        } catch (error) {
          throw asFailure(error);
        }
      });
    },
  };
}

/** The class name becomes the failure's type; only what may heal by itself is retried. */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const retryable = error instanceof ProviderUnavailableError;
  return ApplicationFailure.create({
    message: error.message,
    type: error.name,
    nonRetryable: !retryable,
    details: [{ code: error.code }],
    cause: error,
    ...(retryable && error.retryAfterMs !== undefined ? { nextRetryDelay: error.retryAfterMs } : {}),
  });
}
