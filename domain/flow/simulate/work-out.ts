import { isFlowObject, asText } from '../runtime/value';
import type { FlowObject } from '../runtime/value';
import { type Made, transformOutcome } from '../transform-outcome';
import type { WorkOut } from './play-script';

/** @param transform evaluates JSONata, within limits */
export function workOutWith(transform: (expression: string, input: FlowObject) => Promise<Made>): WorkOut {
  return async ({ nodeId, settings }) => {
    const { jsonata, input = null } = settings;
    const made = await transform(asText(jsonata), isFlowObject(input) ? input : {});
    const outcome = transformOutcome(settings, made);
    return 'error' in outcome
      ? { type: 'failure', nodeId, error: outcome.error }
      : { type: 'outcome', nodeId, handle: outcome.handle, output: outcome.output ?? {} };
  };
}
