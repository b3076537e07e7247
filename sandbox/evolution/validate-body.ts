import type { z } from 'zod';
import { STANDS_ALONE } from './body-fields';
import { badRequest } from './evolution-error';

/**
 * Parses a body and refuses it the way Evolution does: a list inside the list, in the words of the `jsonschema`
 * package, e.g. `[["instance requires property \"text\""]]`.
 */
export function validateBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw badRequest(parsed.error.issues.map((issue) => sentence(issue.path, issue.message, body)));
}

function sentence(path: PropertyKey[], message: string, body: unknown): string {
  if (valueAt(body, path) !== undefined) {
    return message.startsWith(STANDS_ALONE) ? message.slice(1) : `${dotted(path)} ${message}`;
  }
  const owner = path.length > 1 ? dotted(path.slice(0, -1)) : 'instance';
  return `${owner} requires property "${String(path.at(-1) ?? '')}"`;
}

function dotted(path: PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  let found: unknown = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === String(part))?.[1];
  }
  return found;
}
