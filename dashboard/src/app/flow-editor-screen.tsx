import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type EditorSlots, FlowEditorPage } from '../features/flow-editor/components/flow-editor-page';
import { LiveFleet } from '../features/flows/components/live-fleet';
import { PublishDialog } from '../features/flows/components/publish-dialog';
import { NodeTrial } from '../features/flows/simulator/node-trial';
import { SimulatorPanel } from '../features/flows/simulator/simulator-panel';
import { createTries } from '../features/flows/simulator/use-simulator';
import { FleetCanvas } from './lazy-canvas';

// Features never import each other: here the editor gets what the other one has.
function makeSlots(): EditorSlots {
  const tries = createTries();
  return {
    publishDialog: (props) => <PublishDialog {...props} />,
    simulator: (props) => <SimulatorPanel {...props} tries={tries} />,
    nodeTrial: (props) => <NodeTrial {...props} tries={tries} />,
    live: ({ flowId }) => <LiveFleet flowId={flowId} Canvas={FleetCanvas} />,
  };
}

/** The editor over the whole page. */
export function FlowEditorScreen() {
  const { id } = useParams({ from: '/full/automations/$id' });
  return <OneEditor key={id} flowId={id} />;
}

/** What is tried of one automation is kept while it is open, whatever panel is closed. */
function OneEditor({ flowId }: { flowId: string }) {
  const [slots] = useState(makeSlots);
  return <FlowEditorPage flowId={flowId} slots={slots} />;
}
