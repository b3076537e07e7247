import type * as z from 'zod';
import { ErrorCode, ValidationError } from '../domain/errors';

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** Cursors say where a page ended, not how many rows came before: lists may change while they are read. */
export function encodeCursor(position: unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws ValidationError for a cursor that no page of ours gave */
export function decodeCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw new ValidationError(ErrorCode.validation_failed, 'Unknown cursor', {
      cause: error,
      details: { fields: [{ path: 'cursor', message: 'unknown cursor' }] },
    });
  }
}
