import { z } from 'zod';
import { recordInvalid } from './chatwoot-error';

/** A body as the schema wants it; what the schema does not name is ignored, as Rails does. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw recordInvalid(
    parsed.error.issues.map((issue) => ({
      attribute: String(issue.path[0] ?? 'base'),
      message: 'is invalid',
    })),
  );
}

/** A number, also as a form or a query writes it. */
export const numberField = z.coerce.number().int();

/** Forms write true and false as words. */
export const flagField = z.preprocess(
  (value) => value === true || value === 'true' || value === '1',
  z.boolean(),
);

/** Empty is the same as not there. */
export const textField = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null || value === '' ? null : String(value)));

export const attributesField = z.record(z.string(), z.unknown());
