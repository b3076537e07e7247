import { useMemo } from 'react';
import { FlowCanvas } from '../features/flow-editor/components/flow-canvas';
import type { NodeStatus } from '../features/flow-editor/lib/editor-context';
import type { FleetCanvasProps, RunCanvasProps } from '../features/flows/components/painted-sketch';

/** A run over the drawing that it stands on. */
export function RunCanvas({ paints, ...rest }: RunCanvasProps) {
  const statuses = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(paints).map(([id, { status, visits, until }]): [string, NodeStatus] => [
          id,
          {
            status: status === 'dropped' ? 'cancelled' : status,
            visits,
            ...(until !== null && { until }),
          },
        ]),
      ),
    [paints],
  );
  return <FlowCanvas {...rest} statuses={statuses} />;
}

/** How many runs stand at each block. */
export function FleetCanvas({ document, counts }: FleetCanvasProps) {
  const statuses = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(counts).map(([id, count]): [string, NodeStatus] => [id, { status: 'waiting', count }]),
      ),
    [counts],
  );
  return <FlowCanvas document={document} statuses={statuses} />;
}
