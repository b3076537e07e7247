import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import type { FlowDocument, FlowNode, FlowNote } from '../../../../../domain/flow/document';
import { newNoteId } from './new-id';
import { GRID, NODE_WIDTH, drawnPorts, nodeHeight } from './node-geometry';

/** Flow pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** By id. */
export type Places = ReadonlyMap<string, { x: number; y: number }>;

/** Blocks that are kept together under a name: a note with members. */
export interface Section {
  note: FlowNote;
  members: FlowNode[];
  /** Around its blocks when it is open, with room for its head. */
  box: Box;
}

/** Around the blocks of a section: above them, with room for its name, and on the other sides. */
export const FRAME = { head: 4 * GRID, margin: 2 * GRID };
/** Of a section that is drawn as one box. */
export const CLOSED_SIZE = { width: NODE_WIDTH, height: 5 * GRID };

/** The sections in which a block still is. Each block is of one: the first that names it. */
export function sectionsOf({ nodes, edges, notes }: FlowDocument): Section[] {
  const free = new Map(nodes.map((node) => [node.id, node]));
  return notes.flatMap((note) => {
    const members = (note.members ?? []).flatMap((id) => {
      const node = free.get(id);
      free.delete(id);
      return node ? [node] : [];
    });
    return members.length === 0 ? [] : [{ note, members, box: around(members, edges) }];
  });
}

const NO_PLACES: Places = new Map();

/** The same sections while their blocks are dragged: a frame goes along with them. */
export function movedSections(
  sections: readonly Section[],
  edges: FlowDocument['edges'],
  places: Places,
): readonly Section[] {
  return sections.map((section) =>
    section.members.some(({ id }) => places.has(id))
      ? { ...section, box: around(section.members, edges, places) }
      : section,
  );
}

/** @param places of those that stand elsewhere. The blocks themselves stay: their ways out, hard to come by, are known by them. */
function around(members: readonly FlowNode[], edges: FlowDocument['edges'], places: Places = NO_PLACES): Box {
  const boxes = members.map((node) => ({
    ...(places.get(node.id) ?? node.position),
    height: nodeHeight(drawnPorts(node, edges)),
  }));
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x }) => x + NODE_WIDTH));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return {
    x: left - FRAME.margin,
    y: top - FRAME.head,
    width: right - left + 2 * FRAME.margin,
    height: bottom - top + FRAME.head + FRAME.margin,
  };
}

/** By block, the section that stands for it. One in which something is selected is open while it is. */
export function closedOver(
  sections: readonly Section[],
  selected: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const closed = sections.filter(
    ({ note, members }) => note.collapsed === true && !members.some(({ id }) => selected.has(id)),
  );
  return new Map(closed.flatMap(({ note, members }) => members.map(({ id }) => [id, note.id])));
}

/** What is selected, and the blocks of the sections among it. */
export function withMembers(document: FlowDocument, ids: ReadonlySet<string>): ReadonlySet<string> {
  const sections = sectionsOf(document).filter(({ note }) => ids.has(note.id));
  return new Set([...ids, ...sections.flatMap(({ members }) => members.map(({ id }) => id))]);
}

/**
 * Makes a section of blocks; those of other sections leave them. With a section among what is selected, the blocks join it.
 *
 * @returns undefined where there is nothing to do
 */
export function group(
  document: FlowDocument,
  ids: ReadonlySet<string>,
  name: string,
): { command: EditCommand; select: string[] } | undefined {
  const sections = sectionsOf(document);
  const target = sections.find(({ note }) => ids.has(note.id));
  const own = new Set(target?.members.map(({ id }) => id));
  const joining = document.nodes.filter(({ id }) => ids.has(id) && !own.has(id)).map(({ id }) => id);
  if (joining.length === 0) return undefined;
  const left = leaveSections(document, new Set(joining), target?.note.id);
  if (target) {
    const note = { ...target.note, members: [...own, ...joining] };
    return {
      command: { do: 'batch', commands: [...left, { do: 'changeNote', note }] },
      select: [note.id],
    };
  }
  const members = document.nodes.filter(({ id }) => ids.has(id));
  const { x, y } = around(members, document.edges);
  const note = { id: newNoteId(document), text: name, position: { x, y }, members: joining };
  return { command: { do: 'batch', commands: [...left, { do: 'addNote', note }] }, select: [note.id] };
}

/** Lets the blocks go of every section that is selected, or of which a block is. Undefined where there is none. */
export function ungroup(
  document: FlowDocument,
  ids: ReadonlySet<string>,
): { command: EditCommand; select: string[] } | undefined {
  const sections = sectionsOf(document).filter(
    ({ note, members }) => ids.has(note.id) || members.some(({ id }) => ids.has(id)),
  );
  if (sections.length === 0) return undefined;
  return {
    command: {
      do: 'batch',
      commands: sections.map(({ note }): EditCommand => ({ do: 'removeNote', id: note.id })),
    },
    select: sections.flatMap(({ members }) => members.map(({ id }) => id)),
  };
}

/** What becomes of sections when blocks go: a later block of the same id is none of theirs, and an empty one goes too. */
export function leaveSections(
  document: FlowDocument,
  gone: ReadonlySet<string>,
  except?: string,
): EditCommand[] {
  return document.notes.flatMap((note): EditCommand[] => {
    const members = note.members?.filter((id) => !gone.has(id));
    if (!members || note.id === except || members.length === note.members?.length) return [];
    const isEmpty = !document.nodes.some(({ id }) => members.includes(id));
    return [isEmpty ? { do: 'removeNote', id: note.id } : { do: 'changeNote', note: { ...note, members } }];
  });
}
