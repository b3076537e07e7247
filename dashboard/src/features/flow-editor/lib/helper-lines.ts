import type { Box } from './sections';
import { GRID } from './node-geometry';

/** A line at which what is dragged stands flush with another block. Flow pixels. */
export interface HelperLine {
  /** `x`: it stands upright at that x, from one y to another. */
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

/** How near the eye takes it for the same line (pixels of the screen). */
const REACH = 6;

/**
 * Where something that is dragged comes to rest: its edges or its middle in line with a neighbour's within a few pixels of the
 * screen, else on the grid; each axis by itself. The nearest line wins, of equals the nearer neighbour's.
 *
 * @returns how far it goes from where the pointer has it (flow pixels), and the lines to show
 */
export function snapToNeighbours(
  dragged: Box,
  others: readonly Box[],
  zoom: number,
): { dx: number; dy: number; lines: HelperLine[] } {
  const x = along('x', dragged, others, REACH / zoom);
  const y = along('y', dragged, others, REACH / zoom);
  const [dx, dy] = [x?.by ?? toGrid(dragged.x), y?.by ?? toGrid(dragged.y)];
  const placed = { ...dragged, x: dragged.x + dx, y: dragged.y + dy };
  return {
    dx,
    dy,
    lines: [
      ...(x ? [lineOf('x', x.at, placed, x.other)] : []),
      ...(y ? [lineOf('y', y.at, placed, y.other)] : []),
    ],
  };
}

const SIDE = { x: 'width', y: 'height' } as const;
const CROSS = { x: 'y', y: 'x' } as const;

/** Start, middle and end. */
const edgesOf = (axis: 'x' | 'y', box: Box): [number, number, number] => {
  const [start, size] = [box[axis], box[SIDE[axis]]];
  return [start, start + size / 2, start + size];
};

function along(axis: 'x' | 'y', dragged: Box, others: readonly Box[], reach: number) {
  let best: { by: number; at: number; other: Box; apart: number } | undefined;
  const [start, middle, end] = edgesOf(axis, dragged);
  for (const other of others) {
    const [first, centre, last] = edgesOf(axis, other);
    const apart = Math.abs(other[CROSS[axis]] - dragged[CROSS[axis]]);
    const pairs: [number, number][] = [
      [start, first],
      [middle, centre],
      [end, last],
      [start, last],
      [end, first],
    ];
    for (const [from, at] of pairs) {
      const by = at - from;
      const far = Math.abs(by);
      if (far > reach) continue;
      const known = best ? Math.abs(best.by) : Number.POSITIVE_INFINITY;
      if (far < known || (far === known && apart < (best?.apart ?? 0))) best = { by, at, other, apart };
    }
  }
  return best;
}

function lineOf(axis: 'x' | 'y', at: number, dragged: Box, other: Box): HelperLine {
  const cross = CROSS[axis];
  const [mine, theirs] = [edgesOf(cross, dragged), edgesOf(cross, other)];
  return { axis, at, from: Math.min(mine[0], theirs[0]), to: Math.max(mine[2], theirs[2]) };
}

const toGrid = (value: number) => Math.round(value / GRID) * GRID - value;

/** Around several. Undefined for none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
