import { z } from 'zod';

const node = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/**
 * A value that fits a JSON schema: known values by property name, a text wherever words are wanted, and the
 * emptiest thing elsewhere. It lets a request with a schema of its own get an answer it can parse.
 */
export function fillSchema(schema: unknown, known: Record<string, unknown>, text: string): unknown {
  const parsed = node.safeParse(schema);
  if (!parsed.success) return null;
  const { type, enum: choices, properties } = parsed.data;
  if (choices !== undefined) return choices[0] ?? null;
  if (parsed.data.const !== undefined) return parsed.data.const;
  const first = Array.isArray(type) ? type[0] : type;
  if (first === 'string') return text;
  if (first === 'array') return [];
  if (first === 'number' || first === 'integer') return 0;
  if (first === 'boolean') return false;
  if (first !== 'object') return null;
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, inner]) => [
      name,
      name in known ? known[name] : fillSchema(inner, known, text),
    ]),
  );
}
