import { canonical } from './canonical';
import type { FlowDocument, FlowEdge, FlowNode } from './document';

export interface ChangedNode {
  id: string;
  kind: string;
  title: string;
  /** By points: `title`, `settings.messages.0`, `onError`. `before` or `after` undefined: it was not there. */
  fields: { field: string; before: unknown; after: unknown }[];
  moved: boolean;
}

export interface FlowDiff {
  added: FlowNode[];
  removed: FlowNode[];
  changed: ChangedNode[];
  /** Only elsewhere on the canvas. */
  moved: string[];
  edges: { added: FlowEdge[]; removed: FlowEdge[] };
  variables: { added: string[]; removed: string[]; changed: string[] };
  notes: number;
}

/** From one version to another. Nodes are the same by id and kind; edges by their two ends and the handle. */
export function diffFlows(before: FlowDocument, after: FlowDocument): FlowDiff {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const stays = (id: string) => old.get(id)?.kind === now.get(id)?.kind;
  const changed: ChangedNode[] = [];
  const moved: string[] = [];
  for (const node of now.values()) {
    const was = old.get(node.id);
    if (!was || was.kind !== node.kind) continue;
    const { position, ...rest } = node;
    const { position: oldPosition, ...oldRest } = was;
    const isMoved = canonical(position) !== canonical(oldPosition);
    const fields = changedFields(oldRest, rest, '');
    if (fields.length > 0) {
      changed.push({ id: node.id, kind: node.kind, title: node.title, fields, moved: isMoved });
    } else if (isMoved) moved.push(node.id);
  }
  const way = ({ from, handle, to }: FlowEdge) => `${from} ${handle} ${to}`;
  const oldWays = new Set(before.edges.map(way));
  const newWays = new Set(after.edges.map(way));
  const oldVariables = new Map(before.variables.map((each) => [each.name, canonical(each)]));
  const newVariables = new Map(after.variables.map((each) => [each.name, canonical(each)]));
  const oldNotes = new Map(before.notes.map((note) => [note.id, canonical(note)]));
  const newNotes = new Map(after.notes.map((note) => [note.id, canonical(note)]));
  return {
    added: [...now.values()].filter(({ id }) => !old.has(id) || !stays(id)),
    removed: [...old.values()].filter(({ id }) => !now.has(id) || !stays(id)),
    changed,
    moved,
    edges: {
      added: after.edges.filter((edge) => !oldWays.has(way(edge))),
      removed: before.edges.filter((edge) => !newWays.has(way(edge))),
    },
    variables: {
      added: [...newVariables.keys()].filter((name) => !oldVariables.has(name)),
      removed: [...oldVariables.keys()].filter((name) => !newVariables.has(name)),
      changed: [...newVariables].flatMap(([name, spelled]) =>
        oldVariables.has(name) && oldVariables.get(name) !== spelled ? [name] : [],
      ),
    },
    notes:
      [...newNotes].filter(([id, spelled]) => oldNotes.get(id) !== spelled).length +
      [...oldNotes.keys()].filter((id) => !newNotes.has(id)).length,
  };
}

function changedFields(before: unknown, after: unknown, field: string): ChangedNode['fields'] {
  if (canonical(before) === canonical(after)) return [];
  if (!branches(before) || !branches(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ field, before, after }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changedFields(
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
      field === '' ? key : `${field}.${key}`,
    ),
  );
}

function branches(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
