import * as z from 'zod';
import '../../../lib/zod-without-eval';
import { NODE_KINDS } from '../../../../../domain/flow/registry';

/** What a form needs of a schema. JSON Schema, as zod writes it. */
export interface SettingsSchema {
  type?: string;
  properties?: Record<string, SettingsSchema>;
  required?: string[];
  items?: SettingsSchema;
  anyOf?: SettingsSchema[];
  oneOf?: SettingsSchema[];
  enum?: (string | number)[];
  const?: string | number | boolean;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

const known = new Map<string, SettingsSchema>();

/** The settings of a kind as they are written, before defaults are filled in. */
export function settingsSchema(kind: string): SettingsSchema {
  const cached = known.get(kind);
  if (cached) return cached;
  const definition = NODE_KINDS.get(kind);
  const schema = definition
    ? (z.toJSONSchema(definition.schema, {
        io: 'input',
        unrepresentable: 'any',
        reused: 'inline',
      }) as SettingsSchema)
    : {};
  known.set(kind, schema);
  return schema;
}

/** One of several shapes; `tag` is the field that says which, where there is one. */
export interface Variants {
  tag: string | undefined;
  variants: { name: string; schema: SettingsSchema }[];
}

export function variantsOf(schema: SettingsSchema): Variants | undefined {
  const shapes = schema.oneOf ?? schema.anyOf;
  if (!shapes || shapes.some(({ properties }) => properties === undefined)) return undefined;
  const [first] = shapes;
  const tag = Object.entries(first?.properties ?? {}).find(([, each]) => each.const !== undefined)?.[0];
  return {
    tag,
    variants: shapes.map((shape) => {
      const constant = tag === undefined ? undefined : shape.properties?.[tag]?.const;
      // Without a tag, the field that only this shape has tells it.
      return { name: String(constant ?? Object.keys(shape.properties ?? {})[0] ?? ''), schema: shape };
    }),
  };
}

export function variantNow({ tag, variants }: Variants, value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const fields = value as Record<string, unknown>;
  if (tag !== undefined) return typeof fields[tag] === 'string' ? fields[tag] : '';
  return variants.find(({ name }) => Object.hasOwn(fields, name))?.name ?? '';
}

/** What a place begins with when somebody adds it: constants and empty texts, nothing invented. */
export function blankOf(schema: SettingsSchema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    const needed = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name));
    return Object.fromEntries(needed.map(([name, each]) => [name, blankOf(each)]));
  }
  const [shape] = schema.oneOf ?? schema.anyOf ?? [];
  if (shape) return blankOf(shape);
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'number' || schema.type === 'integer') return schema.minimum ?? 0;
  return '';
}
