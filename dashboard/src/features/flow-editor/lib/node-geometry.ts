import type { Port } from '../../../../../domain/flow/define-node';
import type { FlowEdge, FlowNode } from '../../../../../domain/flow/document';
import { draftFacts } from './draft-facts';

/** Pixels. Fixed, so that the canvas knows every size before it draws: only what is in view is mounted. */
export const GRID = 16;
export const NODE_WIDTH = 240;
export const HEAD_HEIGHT = 44;
const SUMMARY_HEIGHT = 44;
export const ROW_HEIGHT = 28;
export const NOTE_WIDTH = 224;
export const NOTE_HEIGHT = 128;
/** The dot of a way in or out. */
export const HANDLE = 12;
/** Every block's way in; of a closed section, the one end of all wires into it. */
export const INPUT_HANDLE = 'in';
/** Of a closed section, the one end of all wires out of it. */
export const OUTPUT_HANDLE = 'out';
/** Between a block and the one that is put after it. */
export const GAP = 96;

/** Ways out that are drawn: those of the kind, and those that only a wire remembers. */
export function drawnPorts(node: FlowNode, edges: readonly FlowEdge[]): Port[] {
  const ports = draftFacts(node)?.ports ?? [];
  const lost = edges.filter(
    ({ from, handle }) => from === node.id && !ports.some((port) => port.handle === handle),
  );
  return [...ports, ...lost.map(({ handle }): Port => ({ handle, required: false }))];
}

/** A single way "on" needs no row of its own: it leaves beside the title. */
export function hasRows(ports: readonly Port[]): boolean {
  return ports.length > 1 || ports.some(({ handle }) => handle !== 'out');
}

export function nodeHeight(ports: readonly Port[]): number {
  return HEAD_HEIGHT + SUMMARY_HEIGHT + (hasRows(ports) ? ports.length * ROW_HEIGHT + 6 : 0);
}

/** The middle of a way out, from the block's top. */
export function portY(ports: readonly Port[], index: number): number {
  return hasRows(ports)
    ? HEAD_HEIGHT + SUMMARY_HEIGHT + index * ROW_HEIGHT + ROW_HEIGHT / 2
    : HEAD_HEIGHT / 2;
}

interface Spot {
  x: number;
  y: number;
}

export function snapped({ x, y }: Spot): Spot {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}

/** The nearest place below where nothing stands yet. */
export function freeSpot(wanted: Spot, nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Spot {
  const spot = snapped(wanted);
  const boxes = nodes.map((node) => ({ ...node.position, height: nodeHeight(drawnPorts(node, edges)) }));
  const hits = ({ x, y }: Spot) =>
    boxes.some(
      (box) =>
        Math.abs(box.x - x) < NODE_WIDTH + GRID && y < box.y + box.height + GRID && box.y < y + 104 + GRID,
    );
  while (hits(spot)) spot.y += GRID;
  return spot;
}
