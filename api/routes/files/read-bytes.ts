import type { Request } from 'express';
import { ErrorCode, ValidationError } from '../../../domain/errors';

/**
 * A body that is a file: read only once it is known who sends it, and no further than `most` bytes.
 *
 * @throws ValidationError body_too_large; malformed_json when it came as JSON, which was read before
 */
export async function readBytes(req: Request, most: number): Promise<Buffer> {
  if (req.readableEnded || req.is('json') !== false) {
    throw new ValidationError(
      ErrorCode.malformed_json,
      'The body must be the file, as application/octet-stream',
    );
  }
  const tooLarge = () => new ValidationError(ErrorCode.body_too_large, `More than ${most} bytes`);
  if (Number(req.headers['content-length'] ?? 0) > most) throw tooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
