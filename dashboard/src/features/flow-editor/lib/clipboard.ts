import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import { type FlowDocument, type FlowNode, emptyFlow } from '../../../../../domain/flow/document';
import { loadFlow } from '../../../../../domain/flow/load';
import { exportFlow } from '../../../../../domain/flow/portable';
import { newEdgeId, newNodeId } from './new-id';
import { GRID } from './node-geometry';
import { withMembers } from './sections';

const FORMAT = 'prosa.flow.part';

/** The selected part as text: plain JSON, so that it can be kept, sent and pasted into another flow. No secrets. Of a section, its blocks too. */
export function copyPart(
  document: FlowDocument,
  selected: ReadonlySet<string>,
  tenantId: string,
): string | undefined {
  const ids = withMembers(document, selected);
  const nodes = document.nodes.filter(({ id }) => ids.has(id));
  const notes = document.notes.filter(({ id }) => ids.has(id));
  if (nodes.length + notes.length === 0) return undefined;
  const edges = document.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const part = exportFlow({ ...emptyFlow(FORMAT), nodes, notes, edges }, 'ids');
  return JSON.stringify({ ...part, format: FORMAT, tenant: tenantId }, null, 2);
}

/** A part, or a whole flow, out of text; undefined for any other text. */
export function readPart(text: string, tenantId: string): FlowDocument | undefined {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof input !== 'object' || input === null || !('format' in input)) return undefined;
  const { format, tenant, ...rest } = input as Record<string, unknown>;
  if (format !== FORMAT && format !== 'prosa.flow') return undefined;
  const loaded = loadFlow({ ...rest, format: 'prosa.flow' });
  if (!loaded.ok) return undefined;
  // Numbers, teams and agents of another company mean nothing here.
  return exportFlow(loaded.document, tenant === tenantId ? 'ids' : 'nothing');
}

/** Puts a part in under new ids, with what its blocks say of each other following; `at` is its upper left corner. */
export function pastePart(
  document: FlowDocument,
  part: FlowDocument,
  at?: { x: number; y: number },
): { command: EditCommand; select: string[] } {
  const taken = document.nodes.map(({ id }) => id);
  const renamed = new Map<string, string>();
  for (const { id, kind } of part.nodes) {
    const fresh = newNodeId([...taken, ...renamed.values()], kind);
    renamed.set(id, fresh);
  }
  const corner = cornerOf(part);
  const [dx, dy] = at ? [at.x - corner.x, at.y - corner.y] : [2 * GRID, 2 * GRID];
  const moved = ({ x, y }: { x: number; y: number }) => ({ x: x + dx, y: y + dy });
  const noteIds: string[] = [];
  const edgeIds = document.edges.map(({ id }) => id);
  const commands: EditCommand[] = [
    ...part.nodes.map((node): EditCommand => ({
      do: 'addNode',
      node: {
        ...node,
        id: renamed.get(node.id) ?? node.id,
        position: moved(node.position),
        settings: followIds(node.settings, renamed) as FlowNode['settings'],
      },
    })),
    ...part.notes.map((note): EditCommand => {
      const used = new Set([...document.notes.map(({ id }) => id), ...noteIds]);
      let count = used.size + 1;
      while (used.has(`note_${count}`)) count += 1;
      noteIds.push(`note_${count}`);
      const members = note.members?.flatMap((id) => renamed.get(id) ?? []);
      return {
        do: 'addNote',
        note: {
          ...note,
          id: `note_${count}`,
          position: moved(note.position),
          ...(members !== undefined && { members }),
        },
      };
    }),
    ...part.edges.flatMap((edge): EditCommand[] => {
      const [from, to] = [renamed.get(edge.from), renamed.get(edge.to)];
      if (from === undefined || to === undefined) return [];
      const id = newEdgeId(edgeIds, from, edge.handle);
      edgeIds.push(id);
      return [{ do: 'connect', edge: { id, from, handle: edge.handle, to } }];
    }),
  ];
  return { command: { do: 'batch', commands }, select: [...renamed.values(), ...noteIds] };
}

function cornerOf({ nodes, notes }: FlowDocument): { x: number; y: number } {
  const places = [...nodes, ...notes].map(({ position }) => position);
  return { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
}

/** `blocos.ask_1.resposta` in any text, and `target` of jumps. */
function followIds(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return value.replace(/\bblocos\.([A-Za-z_][A-Za-z0-9_]*)/g, (whole, id: string) =>
      renamed.has(id) ? `blocos.${renamed.get(id)}` : whole,
    );
  }
  if (Array.isArray(value)) return value.map((each) => followIds(each, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === 'target' && typeof each === 'string' ? (renamed.get(each) ?? each) : followIds(each, renamed),
    ]),
  );
}
