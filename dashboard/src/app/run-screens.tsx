import { RunPage } from '../features/flows/components/run-page';
import { RunsPage } from '../features/flows/components/runs-page';
import { FleetCanvas, RunCanvas } from './lazy-canvas';

/** A run, painted by the editor's own canvas. */
export function RunScreen() {
  return <RunPage Canvas={RunCanvas} />;
}

/** The runs of an automation, and where they stand on its drawing. */
export function RunsScreen() {
  return <RunsPage Canvas={FleetCanvas} />;
}
