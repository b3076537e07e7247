import { type ComponentType, Suspense, useMemo } from 'react';
import { useIsPhone } from '../../../lib/use-media';
import type { RunDetail } from '../api/shapes';
import { nodePaints, takenWays } from '../lib/trace';
import { type RunCanvasProps, RunSketch } from './painted-sketch';

interface RunDrawingProps extends Pick<RunCanvasProps, 'document' | 'selected' | 'onSelect'> {
  run: RunDetail;
  Canvas: ComponentType<RunCanvasProps>;
}

/** What became of each node, on the version that the run stands on. On a phone the list below says it better. */
export function RunDrawing({ run, document, Canvas, selected, onSelect }: RunDrawingProps) {
  const isPhone = useIsPhone();
  const paints = useMemo(() => nodePaints(run), [run]);
  const taken = useMemo(() => takenWays(run, document), [run, document]);
  if (isPhone) return null;
  const props: RunCanvasProps = { document, paints, taken, selected, onSelect };
  return (
    <div className="h-96 overflow-hidden rounded-card border border-hairline">
      <Suspense fallback={<RunSketch {...props} />}>
        <Canvas {...props} />
      </Suspense>
    </div>
  );
}
