import { ApplicationFailure } from '@temporalio/common';
import { currentCorrelation } from '../config/correlation';
import {
  ConflictError,
  ErrorCode,
  ForbiddenError,
  NotFoundError,
  ProviderRejectedError,
  ProviderUnavailableError,
  QuotaExceededError,
  UnauthorizedError,
  ValidationError,
} from '../domain/errors';
import { asFailure, createActivityInterceptor } from './activity-interceptor';

describe('asFailure', () => {
  it.each([
    [new ValidationError(ErrorCode.validation_failed, 'x')],
    [new UnauthorizedError(ErrorCode.token_invalid, 'x')],
    [new ForbiddenError(ErrorCode.role_forbidden, 'x')],
    [new NotFoundError('x')],
    [new ConflictError(ErrorCode.channel_already_connected, 'x')],
    [new QuotaExceededError(ErrorCode.too_many_attempts, 'x')],
    [new ProviderRejectedError(ErrorCode.provider_rejected, 'x')],
  ])('gives up on what stays as it is: $name', (error) => {
    const failure = asFailure(error) as ApplicationFailure;
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ nonRetryable: true, type: error.name, details: [{ code: error.code }] });
  });

  it('tries again what may heal, when it was asked to', () => {
    const error = new ProviderUnavailableError(ErrorCode.provider_unavailable, 'x', { retryAfterMs: 1_500 });
    expect(asFailure(error)).toMatchObject({ nonRetryable: false, nextRetryDelay: 1_500 });
  });

  it('leaves to Temporal when it was not told', () => {
    const error = new ProviderUnavailableError(ErrorCode.provider_unavailable, 'x');
    expect(asFailure(error)).toMatchObject({ nonRetryable: false, nextRetryDelay: undefined });
  });

  it('leaves what is not ours as it is', () => {
    const error = new Error('x');
    expect(asFailure(error)).toBe(error);
  });
});

describe('the activity interceptor', () => {
  const run = (args: unknown[]) =>
    createActivityInterceptor().execute?.({ args, headers: {} }, () => Promise.resolve(currentCorrelation()));

  it("goes on under the workflow's correlation", async () => {
    expect(await run([{ correlationId: 'c-1', tenantId: 't', conversationId: 'v', text: 'Oi' }])).toEqual({
      correlationId: 'c-1',
      tenantId: 't',
      conversationId: 'v',
    });
  });

  it.each([[[]], [['text']], [[{ correlationId: null }]], [[{ correlationId: 7 }]]])(
    'begins one of its own for %j',
    async (args) => {
      expect((await run(args)) as object).toMatchObject({
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    },
  );
});
