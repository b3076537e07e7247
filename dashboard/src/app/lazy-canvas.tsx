import { lazy } from 'react';
import { FleetSketch, RunSketch } from '../features/flows/components/painted-sketch';

// The canvas is large, and its file may not come: the sketch says the same until then, and instead.
export const RunCanvas = lazy(() =>
  import('./painted-canvas').then(
    (file) => ({ default: file.RunCanvas }),
    () => ({ default: RunSketch }),
  ),
);
export const FleetCanvas = lazy(() =>
  import('./painted-canvas').then(
    (file) => ({ default: file.FleetCanvas }),
    () => ({ default: FleetSketch }),
  ),
);
