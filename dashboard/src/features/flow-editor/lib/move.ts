import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { NODE_WIDTH, drawnPorts, nodeHeight, snapped } from './node-geometry';
import { withMembers } from './sections';

type Places = Record<string, { x: number; y: number }>;

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'across', 'down'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Blocks and notes to new places, as one step. */
export function moveTo(document: FlowDocument, places: Places): EditCommand {
  const nodes = document.nodes.filter(({ id }) => Object.hasOwn(places, id)).map(({ id }) => id);
  return {
    do: 'batch',
    commands: [
      ...(nodes.length === 0
        ? []
        : [
            {
              do: 'moveNodes' as const,
              positions: Object.fromEntries(nodes.map((id) => [id, places[id] ?? { x: 0, y: 0 }])),
            },
          ]),
      ...document.notes.flatMap((note): EditCommand[] => {
        const position = Object.hasOwn(places, note.id) ? places[note.id] : undefined;
        return position ? [{ do: 'changeNote', note: { ...note, position } }] : [];
      }),
    ],
  };
}

/** As far as that, a section with its blocks. */
export function moveBy(
  document: FlowDocument,
  selected: ReadonlySet<string>,
  dx: number,
  dy: number,
): EditCommand {
  const ids = withMembers(document, selected);
  const places = [...document.nodes, ...document.notes]
    .filter(({ id }) => ids.has(id))
    .map(({ id, position }): [string, Places[string]] => [id, { x: position.x + dx, y: position.y + dy }]);
  return moveTo(document, Object.fromEntries(places));
}

/** Lines blocks up by an edge or a middle, or spreads them evenly: `across` from left to right, `down`. */
export function align(
  document: FlowDocument,
  ids: ReadonlySet<string>,
  how: Alignment,
): EditCommand | undefined {
  const boxes = document.nodes
    .filter(({ id }) => ids.has(id))
    .map((node) => ({
      id: node.id,
      ...node.position,
      height: nodeHeight(drawnPorts(node, document.edges)),
    }));
  if (boxes.length < (how === 'across' || how === 'down' ? 3 : 2)) return undefined;
  const [left, right] = [
    Math.min(...boxes.map(({ x }) => x)),
    Math.max(...boxes.map(({ x }) => x + NODE_WIDTH)),
  ];
  const [top, bottom] = [
    Math.min(...boxes.map(({ y }) => y)),
    Math.max(...boxes.map(({ y, height }) => y + height)),
  ];
  const spread = (axis: 'x' | 'y') => {
    const sorted = boxes.toSorted((a, b) => a[axis] - b[axis]);
    const [first, last] = [sorted[0]?.[axis] ?? 0, sorted.at(-1)?.[axis] ?? 0];
    const step = (last - first) / (sorted.length - 1);
    return sorted.map((box, index) => ({ ...box, [axis]: first + index * step }));
  };
  const placed = {
    left: () => boxes.map((box) => ({ ...box, x: left })),
    right: () => boxes.map((box) => ({ ...box, x: right - NODE_WIDTH })),
    centre: () => boxes.map((box) => ({ ...box, x: (left + right - NODE_WIDTH) / 2 })),
    top: () => boxes.map((box) => ({ ...box, y: top })),
    bottom: () => boxes.map((box) => ({ ...box, y: bottom - box.height })),
    middle: () => boxes.map((box) => ({ ...box, y: (top + bottom - box.height) / 2 })),
    across: () => spread('x'),
    down: () => spread('y'),
  }[how]();
  const spreads = how === 'across' || how === 'down';
  return moveTo(
    document,
    Object.fromEntries(placed.map(({ id, x, y }) => [id, spreads ? snapped({ x, y }) : { x, y }])),
  );
}
