import type { FlowDocument } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { SKETCH_BOX, bendOf, sketchOf } from '../lib/sketch';

const BANDS = { trigger: 'fill-accent-text', logic: 'fill-warning', action: 'fill-info' };

/** The shape of a drawing, for eyes only: its words stand beside it. */
export function FlowSketch({
  flow,
  className,
}: {
  flow: Pick<FlowDocument, 'nodes' | 'edges'>;
  className?: string;
}) {
  if (flow.nodes.length === 0) return null;
  const { width, height, boxes, lines } = sketchOf(flow);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      className={className}
    >
      {lines.map((line) => (
        <path key={line.id} d={bendOf(line)} fill="none" className="stroke-control" strokeWidth={4} />
      ))}
      {boxes.map(({ id, kind, x, y }) => (
        <g key={id}>
          <rect
            x={x}
            y={y}
            width={SKETCH_BOX.width}
            height={SKETCH_BOX.height}
            rx={10}
            className="fill-overlay stroke-control"
            strokeWidth={4}
          />
          <rect
            x={x}
            y={y}
            width={SKETCH_BOX.width}
            height={10}
            rx={5}
            className={BANDS[NODE_KINDS.get(kind)?.family ?? 'logic']}
          />
        </g>
      ))}
    </svg>
  );
}
