import type { FlowDocument } from '../../../../../domain/flow/document';

export interface Sketch {
  width: number;
  height: number;
  boxes: { id: string; kind: string; x: number; y: number }[];
  lines: { id: string; from: { x: number; y: number }; to: { x: number; y: number } }[];
}

/** Of a node in the sketch, in its own units: the proportions of the canvas' boxes. */
export const SKETCH_BOX = { width: 160, height: 60 };
const MARGIN = 48;

/** The drawing as boxes and lines, moved to begin at 0. */
export function sketchOf({ nodes, edges }: Pick<FlowDocument, 'nodes' | 'edges'>): Sketch {
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const boxes = nodes.map(({ id, kind, position }) => ({
    id,
    kind,
    x: position.x - left + MARGIN,
    y: position.y - top + MARGIN,
  }));
  const at = new Map(boxes.map((box) => [box.id, box]));
  return {
    width: Math.max(0, ...boxes.map(({ x }) => x)) + SKETCH_BOX.width + MARGIN,
    height: Math.max(0, ...boxes.map(({ y }) => y)) + SKETCH_BOX.height + MARGIN,
    boxes,
    lines: edges.flatMap(({ id, from, to }) => {
      const [start, end] = [at.get(from), at.get(to)];
      if (!start || !end) return [];
      return [
        {
          id,
          from: { x: start.x + SKETCH_BOX.width, y: start.y + SKETCH_BOX.height / 2 },
          to: { x: end.x, y: end.y + SKETCH_BOX.height / 2 },
        },
      ];
    }),
  };
}

/** A way as an SVG path. Ways back bend no further than ways on, so that none leaves the sketch. */
export function bendOf({ from, to }: Sketch['lines'][number]): string {
  const reach = Math.min(80, Math.max(32, Math.abs(to.x - from.x) / 2));
  return `M${from.x} ${from.y} C${from.x + reach} ${from.y} ${to.x - reach} ${to.y} ${to.x} ${to.y}`;
}
