import * as z from 'zod';
import { FLOW_FORMAT, FLOW_FORMAT_VERSION, type FlowDocument } from './document';
import { FLOW_LIMITS } from './limits';
import { NODE_KINDS } from './registry';
import { FLOW_TYPES, type FlowValue, weigh } from './runtime/value';

/** Letters, digits and underscores: ids are also words of expressions (`blocos.n1.texto`). */
export const NODE_ID = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

const place = z.object({ x: z.number(), y: z.number() });
const id = z.string().regex(NODE_ID);
const value: z.ZodType<FlowValue> = z.json();

const node = z.object({
  id,
  kind: z.string().min(1).max(64),
  typeVersion: z.int().min(1),
  position: place,
  title: z.string().max(120),
  note: z.string().max(2000).optional(),
  disabled: z.boolean().optional(),
  timeoutSeconds: z.int().min(1).max(86_400).optional(),
  onError: z
    .discriminatedUnion('mode', [
      z.object({ mode: z.literal('stop') }),
      z.object({ mode: z.literal('default'), value }),
      z.object({ mode: z.literal('branch') }),
    ])
    .optional(),
  retries: z.int().min(0).max(4).optional(),
  /** Anything: a draft may be half done. */
  settings: z.record(z.string(), z.unknown()),
});

/** A draft: what can be saved. What can be published is for check-flow.ts. */
export const flowDocumentSchema: z.ZodType<FlowDocument> = z.object({
  format: z.literal(FLOW_FORMAT),
  formatVersion: z.int().min(1).max(FLOW_FORMAT_VERSION),
  name: z.string().min(1).max(120),
  description: z.string().max(2000).optional(),
  // Twice the publishable: a draft that is being cut in two must be savable.
  nodes: z.array(node).max(FLOW_LIMITS.nodes * 2),
  edges: z
    .array(z.object({ id: z.string().min(1).max(200), from: id, handle: z.string().min(1).max(64), to: id }))
    .max(FLOW_LIMITS.edges),
  notes: z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        text: z.string().max(4000),
        position: place,
        nodeId: id.optional(),
        members: z
          .array(id)
          .max(FLOW_LIMITS.nodes * 2)
          .optional(),
        collapsed: z.boolean().optional(),
      }),
    )
    .max(FLOW_LIMITS.notes),
  variables: z
    .array(z.object({ name: z.string().min(1).max(40), type: z.enum(FLOW_TYPES), initial: value.optional() }))
    .max(FLOW_LIMITS.variables),
});

export interface Migration {
  nodeId: string;
  kind: string;
  from: number;
  to: number;
}

export type Loaded =
  | { ok: true; document: FlowDocument; migrated: Migration[] }
  | { ok: false; problems: { path: string; message: string }[] };

/** Takes what was stored, of whatever version, and gives today's. Never throws. */
export function loadFlow(input: unknown): Loaded {
  if (weigh(input, FLOW_LIMITS.documentCharacters) > FLOW_LIMITS.documentCharacters) {
    return { ok: false, problems: [{ path: '', message: 'too large' }] };
  }
  const parsed = flowDocumentSchema.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => ({
        path: path.map(String).join('.'),
        message,
      })),
    };
  }
  const migrated: Migration[] = [];
  const nodes = parsed.data.nodes.map((each) => {
    const definition = NODE_KINDS.get(each.kind);
    if (!definition || each.typeVersion >= definition.version) return each;
    let { settings } = each;
    for (let version = each.typeVersion; version < definition.version; version += 1) {
      const migrate = definition.migrations[version];
      if (!migrate) return each;
      try {
        settings = migrate(settings);
      } catch {
        // Settings of a draft may be anything. They stay as they are, and the check says so.
        return each;
      }
    }
    migrated.push({ nodeId: each.id, kind: each.kind, from: each.typeVersion, to: definition.version });
    return { ...each, typeVersion: definition.version, settings };
  });
  return { ok: true, document: { ...parsed.data, formatVersion: FLOW_FORMAT_VERSION, nodes }, migrated };
}
