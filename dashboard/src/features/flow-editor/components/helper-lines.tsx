import { useStore } from '@xyflow/react';
import { createPortal } from 'react-dom';
import type { HelperLine } from '../lib/helper-lines';
import { usePlanePart } from '../lib/use-plane-part';

/** Lines at which what is being dragged stands flush with its neighbours, a pixel wide however far away. */
export function HelperLines({ lines }: { lines: readonly HelperLine[] }) {
  const pixel = useStore(({ transform }) => 1 / transform[2]);
  const place = usePlanePart('viewport-portal');
  if (!place) return null;
  return createPortal(
    lines.map(({ axis, at, from, to }) => (
      <span
        key={axis}
        aria-hidden
        data-helper-line={axis}
        className="pointer-events-none absolute z-[1001] bg-primary-text"
        style={
          axis === 'x'
            ? { left: at - pixel / 2, top: from, width: pixel, height: to - from }
            : { left: from, top: at - pixel / 2, width: to - from, height: pixel }
        }
      />
    )),
    place,
  );
}
