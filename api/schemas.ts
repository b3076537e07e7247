import * as z from 'zod';

/** Shapes that several endpoints share. */

export const idParams = z.object({ id: z.uuid().describe('UUIDv7') });

export const time = z.iso.datetime().describe('ISO 8601, UTC');

export const colorSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .transform((color) => color.toLowerCase())
  .describe('#rrggbb');

export const roleSchema = z.enum(['SUPER_ADMIN', 'ORG_ADMIN', 'ORG_MANAGER', 'ORG_AGENT']);

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional().describe('nextCursor of the page before'),
});
