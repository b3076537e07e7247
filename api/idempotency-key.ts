import { ErrorCode, ValidationError } from '../domain/errors';

/** @throws ValidationError for a key that is longer than any client makes */
export function idempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && header.length <= 255) return header;
  throw new ValidationError(ErrorCode.validation_failed, 'Invalid Idempotency-Key', {
    details: { fields: [{ path: 'Idempotency-Key', message: 'at most 255 characters' }] },
  });
}
