import { lazy } from 'react';
import { FleetSketch, RunSketch } from '../features/flows/components/painted-sketch';
import { RunPage } from '../features/flows/components/run-page';
import { RunsPage } from '../features/flows/components/runs-page';

// The canvas is large, and its file may not come: the sketch says the same until then, and instead.
const RunCanvas = lazy(() =>
  import('./painted-canvas').then(
    (file) => ({ default: file.RunCanvas }),
    () => ({ default: RunSketch }),
  ),
);
const FleetCanvas = lazy(() =>
  import('./painted-canvas').then(
    (file) => ({ default: file.FleetCanvas }),
    () => ({ default: FleetSketch }),
  ),
);

/** A run, painted by the editor's own canvas. */
export function RunScreen() {
  return <RunPage Canvas={RunCanvas} />;
}

/** The runs of an automation, and where they stand on its drawing. */
export function RunsScreen() {
  return <RunsPage Canvas={FleetCanvas} />;
}
