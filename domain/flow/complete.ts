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

/**
 * What a client may leave out of a drawing, filled in: outline, places, titles, versions, ids of edges. Names that other
 * editors have for the same things are read too: `type` for `kind`, `data` or `config` for `settings`, `source`,
 * `sourceHandle` and `target` for an edge's ends. What is wrong stays wrong.
 */
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
    edges: Array.isArray(input.edges) ? completeEdges(input.edges) : (input.edges ?? []),
  };
}

/** Nodes without a place stand in rows of six. */
function completeNode(node: unknown, index: number): unknown {
  if (!isRecord(node)) return node;
  const { type, data, config, ...own } = node;
  const inside = isRecord(data) ? data : {};
  // React Flow has one type for all nodes where their data has the kind.
  const kind = own.kind ?? inside.kind ?? type ?? inside.type;
  const definition = typeof kind === 'string' ? NODE_KINDS.get(kind) : undefined;
  const settings = own.settings ?? config ?? inside.settings ?? inside.config ?? withoutLabels(data);
  const label = typeof inside.label === 'string' ? inside.label.slice(0, 120) : undefined;
  return {
    ...own,
    ...(kind !== undefined && { kind }),
    typeVersion: own.typeVersion ?? definition?.version ?? 1,
    position: own.position ?? { x: (index % 6) * 320, y: Math.floor(index / 6) * 200 },
    title: own.title ?? label ?? definition?.words['pt-BR'].name ?? '',
    settings: settings ?? {},
  };
}

/** Data that is itself the settings, less what an editor keeps beside them. */
function withoutLabels(data: unknown): unknown {
  if (!isRecord(data)) return data;
  const { label: _label, kind: _kind, type: _type, ...settings } = data;
  return settings;
}

function completeEdges(edges: unknown[]): unknown[] {
  const taken = new Set(edges.map((edge) => (isRecord(edge) ? edge.id : undefined)));
  let last = 0;
  const free = () => {
    do last += 1;
    while (taken.has(`w${last}`));
    return `w${last}`;
  };
  return edges.map((edge) => {
    if (!isRecord(edge)) return edge;
    const { source, sourceHandle, target, ...own } = edge;
    const ends = { from: own.from ?? source, to: own.to ?? target };
    return { ...own, ...ends, handle: own.handle ?? sourceHandle ?? 'out', id: own.id ?? free() };
  });
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
