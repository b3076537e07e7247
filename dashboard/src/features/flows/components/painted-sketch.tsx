import type { FlowDocument } from '../../../../../domain/flow/document';
import { cx } from '../../../lib/cx';
import type { StepStatus } from '../api/shapes';
import type { NodePaint } from '../lib/trace';
import { SKETCH_BOX, bendOf, sketchOf } from '../lib/sketch';

const EDGE: Record<StepStatus, string> = {
  done: 'stroke-success',
  failed: 'stroke-danger',
  waiting: 'stroke-warning',
  dropped: 'stroke-muted',
};
const MARK: Record<StepStatus, { sign: string; fill: string }> = {
  done: { sign: '✓', fill: 'fill-success' },
  failed: { sign: '✕', fill: 'fill-danger' },
  waiting: { sign: '◷', fill: 'fill-warning' },
  dropped: { sign: '–', fill: 'fill-muted' },
};
const TITLE_MAX = 17;

/** A run over its own version. */
export interface RunCanvasProps {
  document: FlowDocument;
  /** By node. */
  paints: Readonly<Record<string, NodePaint>>;
  /** Ids of the ways that it went. */
  taken: ReadonlySet<string>;
  selected: string | undefined;
  onSelect: (nodeId: string) => void;
}

/** How many runs stand at each node, over the live version. */
export interface FleetCanvasProps {
  document: FlowDocument;
  /** Runs by node. */
  counts: Readonly<Record<string, number>>;
}

export function RunSketch({ document, paints, selected }: RunCanvasProps) {
  const statuses = Object.fromEntries(Object.entries(paints).map(([id, { status }]) => [id, status]));
  return <PaintedSketch document={document} statuses={statuses} selected={selected} />;
}

export function FleetSketch({ document, counts }: FleetCanvasProps) {
  const statuses = Object.fromEntries(Object.keys(counts).map((id) => [id, 'waiting' as const]));
  return <PaintedSketch document={document} statuses={statuses} counts={counts} />;
}

interface PaintedSketchProps {
  document: FlowDocument;
  statuses: Record<string, StepStatus>;
  /** In the place of the status' sign: how many stand there. */
  counts?: Readonly<Record<string, number>>;
  selected?: string | undefined;
}

/** The version's drawing with what became of its nodes. For eyes only: the lists beside it say the same in words. */
function PaintedSketch({ document, statuses, counts, selected }: PaintedSketchProps) {
  if (document.nodes.length === 0) return null;
  const { width, height, boxes, lines } = sketchOf(document);
  const titles = new Map(document.nodes.map(({ id, title }) => [id, title]));
  return (
    <svg aria-hidden viewBox={`0 0 ${width} ${height}`} className="size-full bg-canvas">
      {lines.map((line) => (
        <path key={line.id} d={bendOf(line)} fill="none" strokeWidth={2} className="stroke-divider" />
      ))}
      {boxes.map(({ id, x, y }) => {
        const status = statuses[id];
        const title = titles.get(id) ?? '';
        const mark = status === undefined ? undefined : MARK[status];
        return (
          <g key={id} transform={`translate(${x} ${y})`}>
            <rect
              width={SKETCH_BOX.width}
              height={SKETCH_BOX.height}
              rx={10}
              strokeWidth={id === selected ? 5 : 2.5}
              className={cx('fill-surface', status === undefined ? 'stroke-divider' : EDGE[status])}
            />
            <text x={12} y={36} fontSize={15} className={status === undefined ? 'fill-muted' : 'fill-text'}>
              {title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX - 1)}…` : title}
            </text>
            {mark !== undefined && (
              <g transform={`translate(${SKETCH_BOX.width - 16} 0)`}>
                <circle r={14} className={mark.fill} />
                <text y={6} fontSize={16} textAnchor="middle" className="fill-canvas font-semibold">
                  {counts?.[id] ?? mark.sign}
                </text>
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}
