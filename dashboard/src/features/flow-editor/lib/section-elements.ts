import { type Node, Position } from '@xyflow/react';
import type { FlowNote } from '../../../../../domain/flow/document';
import type { Finding } from '../../../../../domain/flow/finding';
import { HANDLE, INPUT_HANDLE, OUTPUT_HANDLE } from './node-geometry';
import { CLOSED_SIZE, type Section } from './sections';

export type SectionData = {
  note: FlowNote;
  /** Blocks in it. */
  count: number;
  problems: number;
  isClosed: boolean;
  isSelected: boolean;
};
export type SectionElement = Node<SectionData, 'section'>;
export type SectionCache = Map<string, { key: string; note: FlowNote; element: SectionElement }>;

/** Of the two handles, from the box's top. */
const HANDLE_Y = 20 - HANDLE / 2;

/** Of an open section, among notes and blocks; and how far React Flow raises what is selected. */
const UNDER = -2;
const RAISED = 1_000;

interface Surroundings {
  selected: ReadonlySet<string>;
  /** Ids of the sections that are drawn as one box. */
  closed: ReadonlySet<string>;
  findings: ReadonlyMap<string, readonly Finding[]>;
  roleName: string;
}

/** What the canvas draws of sections, again the same object while nothing about it changed. */
export function sectionElements(
  sections: readonly Section[],
  { selected, closed, findings, roleName }: Surroundings,
  cache: SectionCache,
): SectionElement[] {
  return sections.map(({ note, members, box }) => {
    const isClosed = closed.has(note.id);
    const isSelected = selected.has(note.id);
    const problems = members.reduce((sum, { id }) => sum + (findings.get(id)?.length ?? 0), 0);
    const key = JSON.stringify([box, isClosed, isSelected, problems, members.length, roleName]);
    const known = cache.get(note.id);
    if (known?.note === note && known.key === key) return known.element;
    const { width, height } = isClosed ? CLOSED_SIZE : box;
    const element: SectionElement = {
      id: note.id,
      type: 'section',
      position: { x: box.x, y: box.y },
      data: { note, count: members.length, problems, isClosed, isSelected },
      width,
      height,
      measured: { width, height },
      handles: isClosed
        ? [
            { ...END, id: INPUT_HANDLE, type: 'target', position: Position.Left, x: -HANDLE / 2 },
            { ...END, id: OUTPUT_HANDLE, type: 'source', position: Position.Right, x: width - HANDLE / 2 },
          ]
        : [],
      dragHandle: '.flow-section-head',
      connectable: false,
      selected: isSelected,
      // An open one lies under its blocks, and lets the pointer through to the plane.
      ...(!isClosed && {
        selectable: false,
        zIndex: isSelected ? UNDER - RAISED : UNDER,
        style: { pointerEvents: 'none' },
      }),
      ariaLabel: `${roleName}: ${note.text}`,
      ariaRole: 'group',
      domAttributes: { 'aria-roledescription': roleName },
    };
    cache.set(note.id, { key, note, element });
    return element;
  });
}

const END = { y: HANDLE_Y, width: HANDLE, height: HANDLE };
