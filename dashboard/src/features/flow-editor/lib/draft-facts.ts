import type { NodeFacts, Port } from '../../../../../domain/flow/define-node';
import type { FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { type FieldPath, readAt, writeAt } from './at-path';
import { type SettingsSchema, blankOf, settingsSchema } from './settings-schema';

/** Marks what was made up, so that no way out of it is drawn. */
export const MADE_UP = 'zz_made_up';
/** Tried in turn where a text has to be of some form. */
const TEXTS = [MADE_UP, 'https://example.com', 'a@b.co', '0 9 * * *', 'UTC', '2026-01-01', 'a'];
const ROUNDS = 40;

const cache = new WeakMap<FlowNode, NodeFacts | undefined>();

/**
 * What is known of a block whose settings may still be half done: the ways out that it will have as soon as the rest is
 * filled in. Undefined for a kind that this version does not know.
 */
export function draftFacts(node: FlowNode): NodeFacts | undefined {
  if (cache.has(node)) return cache.get(node);
  const facts = read(node);
  cache.set(node, facts);
  return facts;
}

export function draftPorts(node: FlowNode): Port[] {
  return draftFacts(node)?.ports ?? [];
}

const filledNodes = new WeakMap<FlowNode, FlowNode>();

/** The block as it will be once the rest is filled in, for what others can read of it. */
export function filledNode(node: FlowNode): FlowNode {
  const known = filledNodes.get(node);
  if (known) return known;
  const isWhole = NODE_KINDS.get(node.kind)?.schema.safeParse(node.settings).success !== false;
  const filled = isWhole ? node : { ...node, settings: fillIn(node) };
  filledNodes.set(node, filled);
  return filled;
}

function read(node: FlowNode): NodeFacts | undefined {
  const definition = NODE_KINDS.get(node.kind);
  if (!definition) return undefined;
  const facts = definition.describe(node);
  if (!Array.isArray(facts)) return facts;
  const filled = definition.describe({ ...node, settings: fillIn(node) });
  if (Array.isArray(filled)) return undefined;
  return { ...filled, ports: filled.ports.filter(({ handle }) => !handle.includes(MADE_UP)) };
}

/** The settings with every hole filled by something of the right form. */
function fillIn(node: FlowNode): Record<string, unknown> {
  const schema = settingsSchema(node.kind);
  const definition = NODE_KINDS.get(node.kind);
  let settings: unknown = node.settings;
  const tried = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const parsed = definition?.schema.safeParse(settings);
    const issue = parsed?.success === false ? parsed.error.issues[0] : undefined;
    if (!issue) break;
    const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
    const attempt = tried.get(path.join('.')) ?? 0;
    tried.set(path.join('.'), attempt + 1);
    settings = writeAt(settings, path, guess(schemaAt(schema, path), readAt(settings, path), attempt));
  }
  return settings as Record<string, unknown>;
}

function guess(schema: SettingsSchema, now: unknown, attempt: number): unknown {
  if (schema.type === 'array') {
    const list: unknown[] = Array.isArray(now) ? now : [];
    const least = Math.max(schema.minItems ?? 0, 1);
    const missing = Array.from({ length: Math.max(0, least - list.length) }, (_, index) =>
      named(blankOf(schema.items ?? {}), list.length + index),
    );
    return [...list, ...missing].slice(0, schema.maxItems ?? Number.POSITIVE_INFINITY);
  }
  const isText = schema.type === 'string' && schema.enum === undefined && schema.const === undefined;
  if (isText || schema.type === undefined) {
    if (typeof now === 'string' && schema.maxLength !== undefined && now.length > schema.maxLength) {
      return now.slice(0, schema.maxLength);
    }
    const shapes = schema.oneOf ?? schema.anyOf;
    if (!shapes) return TEXTS[attempt % TEXTS.length];
    return blankOf(shapes[attempt % shapes.length] ?? {});
  }
  return blankOf(schema);
}

/** Options and branches are told apart by their keys. */
function named(item: unknown, index: number): unknown {
  if (typeof item !== 'object' || item === null || !('key' in item)) return item === '' ? MADE_UP : item;
  return { ...item, key: `${MADE_UP}${index}` };
}

function schemaAt(schema: SettingsSchema, path: FieldPath): SettingsSchema {
  let current: SettingsSchema | undefined = schema;
  for (const key of path) {
    if (!current) break;
    const shapes: SettingsSchema[] = [current, ...(current.oneOf ?? []), ...(current.anyOf ?? [])];
    current =
      typeof key === 'number'
        ? shapes.find(({ items }) => items)?.items
        : shapes.find(({ properties }) => properties && Object.hasOwn(properties, key))?.properties?.[key];
  }
  return current ?? {};
}
