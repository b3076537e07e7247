import { FLOW_FORMAT, FLOW_FORMAT_VERSION } from './document';
import { NODE_KINDS } from './registry';

/** How deep a document may be nested. Ours are at most a dozen levels; schemas of webhooks some more. */
const MOST_LEVELS = 64;

/** Whether anything may walk it without running out of stack. Counts, and never recurses. */
export function isShallow(value: unknown, most = MOST_LEVELS): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return false;
    level = level.flatMap((each): unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  return true;
}

/** What a client may leave out of a drawing, filled in: outline, places, titles, versions. What is wrong stays wrong. */
export function completeFlow(input: unknown, name: string): unknown {
  if (!isRecord(input)) return input;
  return {
    notes: [],
    variables: [],
    ...input,
    format: input.format ?? FLOW_FORMAT,
    formatVersion: input.formatVersion ?? FLOW_FORMAT_VERSION,
    name,
    nodes: Array.isArray(input.nodes) ? input.nodes.map(completeNode) : (input.nodes ?? []),
    edges: Array.isArray(input.edges) ? input.edges.map(completeEdge) : (input.edges ?? []),
  };
}

/** Nodes without a place stand in rows of six. */
function completeNode(node: unknown, index: number): unknown {
  if (!isRecord(node)) return node;
  const definition = typeof node.kind === 'string' ? NODE_KINDS.get(node.kind) : undefined;
  return {
    ...node,
    typeVersion: node.typeVersion ?? definition?.version ?? 1,
    position: node.position ?? { x: (index % 6) * 320, y: Math.floor(index / 6) * 200 },
    title: node.title ?? definition?.words['pt-BR'].name ?? '',
    settings: node.settings ?? {},
  };
}

function completeEdge(edge: unknown, index: number): unknown {
  if (!isRecord(edge)) return edge;
  return { ...edge, id: edge.id ?? `w${index + 1}`, handle: edge.handle ?? 'out' };
}

/** Texts that a database can hold: no NUL, no half of a surrogate pair. Only for what is shallow. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      key === '__proto__' ? [] : [[String(storable(key)), storable(each)]],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
