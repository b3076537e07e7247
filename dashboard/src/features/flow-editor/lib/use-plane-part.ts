import { useStore } from '@xyflow/react';
import { useMemo } from 'react';

/**
 * A part of React Flow's plane, to draw into by a portal. Its own `EdgeLabelRenderer` and `ViewportPortal` look for theirs again
 * with every change of the drawing, each wire for itself.
 */
export function usePlanePart(part: 'edgelabel-renderer' | 'viewport-portal'): Element | null {
  const plane = useStore(({ domNode }) => domNode);
  return useMemo(() => plane?.querySelector(`.react-flow__${part}`) ?? null, [plane, part]);
}
