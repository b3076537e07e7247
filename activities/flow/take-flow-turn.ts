import { advanceRun } from '../../services/flow/advance-run';
import type { FlowTurn, FlowTurnInput } from '../../services/flow/run-types';
import type { ActivityDeps } from '../deps';

/** Run as a local activity: one marker a turn, whatever the run goes through in it. */
export function createTakeFlowTurn(deps: ActivityDeps) {
  return function takeFlowTurn(input: FlowTurnInput): Promise<FlowTurn | null> {
    return advanceRun(deps, input);
  };
}
