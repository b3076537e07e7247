import type { FlowDocument } from '../../../../../domain/flow/document';
import { type HelperLine, boxAround, snapToNeighbours } from './helper-lines';
import { NODE_WIDTH, NOTE_HEIGHT, NOTE_WIDTH, drawnPorts, nodeHeight } from './node-geometry';
import { type Box, CLOSED_SIZE, type Places, type Section, closedOver, sectionsOf } from './sections';

/** What is being dragged, and the lines it came to rest at. Outside of the document until it is dropped. */
export interface Drag {
  places: Places;
  lines: readonly HelperLine[];
}

export const AT_REST: Drag = { places: new Map(), lines: [] };

/** What stays the same from the first move of a drag to the last: reckoned once, read with every move. */
export interface DragStart {
  document: FlowDocument;
  selected: ReadonlySet<string>;
  /** By id of the note. */
  sections: ReadonlyMap<string, Section>;
  /** Of everything that is drawn. */
  sizes: ReadonlyMap<string, { width: number; height: number }>;
  /** Of the blocks that stay where they are. */
  others: readonly Box[];
}

interface Move {
  id: string;
  position?: { x: number; y: number };
}

/** @param selected a section in which something is selected is open while it is */
export function startDrag(
  document: FlowDocument,
  selected: ReadonlySet<string>,
  moves: readonly Move[],
): DragStart {
  const all = sectionsOf(document);
  const closed = closedOver(all, selected);
  const closedNotes = new Set(closed.values());
  const sections = new Map(all.map((section) => [section.note.id, section]));
  const moving = new Set(
    moves.flatMap(({ id }) => [id, ...(sections.get(id)?.members.map((member) => member.id) ?? [])]),
  );
  const blocks = document.nodes
    .filter(({ id }) => !closed.has(id))
    .map((node) => ({
      id: node.id,
      box: { ...node.position, width: NODE_WIDTH, height: nodeHeight(drawnPorts(node, document.edges)) },
    }));
  return {
    document,
    selected,
    sections,
    sizes: new Map([
      ...document.notes.map(({ id }) => [id, { width: NOTE_WIDTH, height: NOTE_HEIGHT }] as const),
      ...all.map(({ note, box }) => [note.id, closedNotes.has(note.id) ? CLOSED_SIZE : box] as const),
      ...blocks.map(({ id, box }) => [id, box] as const),
    ]),
    others: blocks.filter(({ id }) => !moving.has(id)).map(({ box }) => box),
  };
}

/** Where everything that is dragged goes: sections take their blocks along, and all come to rest together. */
export function follow({ sections, sizes, others }: DragStart, moves: readonly Move[], zoom: number): Drag {
  const raw = new Map<string, { x: number; y: number }>();
  for (const { id, position } of moves) {
    if (!position) continue;
    const section = sections.get(id);
    if (!section) raw.set(id, position);
    for (const member of section?.members ?? []) {
      const { x, y } = member.position;
      raw.set(member.id, {
        x: x + position.x - (section?.box.x ?? 0),
        y: y + position.y - (section?.box.y ?? 0),
      });
    }
  }
  const box = boxAround(
    moves.flatMap(({ id, position }): Box[] => {
      const size = sizes.get(id);
      return size && position ? [{ ...position, width: size.width, height: size.height }] : [];
    }),
  );
  if (!box) return { places: raw, lines: [] };
  const { dx, dy, lines } = snapToNeighbours(box, others, zoom);
  return {
    places: new Map([...raw].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }])),
    lines,
  };
}
