import { useParams } from '@tanstack/react-router';
import { type EditorSlots, FlowEditorPage } from '../features/flow-editor/components/flow-editor-page';
import { LiveFleet } from '../features/flows/components/live-fleet';
import { PublishDialog } from '../features/flows/components/publish-dialog';
import { SimulatorPanel } from '../features/flows/simulator/simulator-panel';
import { FleetCanvas } from './lazy-canvas';

// Features never import each other: here the editor gets what the other one has.
const SLOTS: EditorSlots = {
  publishDialog: (props) => <PublishDialog {...props} />,
  simulator: (props) => <SimulatorPanel {...props} />,
  live: ({ flowId }) => <LiveFleet flowId={flowId} Canvas={FleetCanvas} />,
};

/** The editor over the whole page. */
export function FlowEditorScreen() {
  const { id } = useParams({ from: '/full/automations/$id' });
  return <FlowEditorPage flowId={id} slots={SLOTS} />;
}
