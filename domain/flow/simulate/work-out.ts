import type { FlowOutcome } from '../order';
import { isFlowObject, asText } from '../runtime/value';
import type { FlowObject } from '../runtime/value';
import { type Made, transformOutcome } from '../transform-outcome';
import type { TrialTalk, WorkOut } from './play-script';
import { type AiKind, type SimulatedEvent, isAiKind } from './simulation';

/** What a node of a trial asks a model. */
export interface TrialQuestion {
  nodeId: string;
  kind: AiKind;
  /** Filled in. */
  settings: FlowObject;
  talk: TrialTalk;
}

/**
 * @param transform evaluates JSONata, within limits
 * @param ask asks a model for real; left out where the AI is always canned
 */
export function workOutWith(
  transform: (expression: string, input: FlowObject) => Promise<Made>,
  ask?: (question: TrialQuestion) => Promise<FlowOutcome>,
): WorkOut {
  return async ({ nodeId, kind, settings }, talk) => {
    if (isAiKind(kind)) {
      const unknown = { error: { type: 'unknown_kind', message: kind } };
      return eventOf(nodeId, (await ask?.({ nodeId, kind, settings, talk })) ?? unknown);
    }
    const { jsonata, input = null } = settings;
    const made = await transform(asText(jsonata), isFlowObject(input) ? input : {});
    return eventOf(nodeId, transformOutcome(settings, made));
  };
}

function eventOf(
  nodeId: string,
  outcome: FlowOutcome,
): Extract<SimulatedEvent, { type: 'outcome' | 'failure' }> {
  return 'error' in outcome
    ? { type: 'failure', nodeId, error: outcome.error }
    : { type: 'outcome', nodeId, handle: outcome.handle, output: outcome.output ?? {} };
}
