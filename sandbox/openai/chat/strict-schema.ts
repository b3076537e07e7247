import { z } from 'zod';
import { invalidRequest } from '../openai-error';

const objectSchema = z.object({
  type: z.literal('object'),
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
  additionalProperties: z.unknown().optional(),
});
const arraySchema = z.object({ type: z.literal('array'), items: z.unknown() });

/** Strict schemas name every property as required and allow no others, at every depth. */
export function checkStrictSchema(name: string, schema: unknown, path: string[] = []): void {
  const array = arraySchema.safeParse(schema);
  if (array.success) {
    checkStrictSchema(name, array.data.items, [...path, 'items']);
    return;
  }
  const object = objectSchema.safeParse(schema);
  if (!object.success) return;
  const { properties, required, additionalProperties } = object.data;
  if (additionalProperties !== false) {
    throw refusal(name, path, "'additionalProperties' is required to be supplied and to be false.");
  }
  const missing = Object.keys(properties).find((property) => !required.includes(property));
  if (missing !== undefined) {
    const what = `'required' is required to be supplied and to be an array including every key in properties.`;
    throw refusal(name, path, `${what} Missing '${missing}'.`);
  }
  for (const [property, inner] of Object.entries(properties)) {
    checkStrictSchema(name, inner, [...path, 'properties', property]);
  }
}

function refusal(name: string, path: string[], what: string) {
  const context = `(${path.map((part) => `'${part}'`).join(', ')})`;
  const message = `Invalid schema for response_format '${name}': In context=${context}, ${what}`;
  return invalidRequest(message, 'response_format', 'invalid_json_schema');
}
