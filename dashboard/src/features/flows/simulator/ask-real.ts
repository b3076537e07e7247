import type { FlowOutcome } from '../../../../../domain/flow/order';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import { type TrialQuestion, workOutWith } from '../../../../../domain/flow/simulate/work-out';
import type { WorkOut } from '../../../../../domain/flow/simulate/play-script';
import { ApiError } from '../../../lib/api/api-error';
import { NetworkError } from '../../../lib/api/network-error';
import { flowRequests } from '../api/requests';
import { evaluateAside } from './evaluate-aside';

/** As the API takes them. */
const MOST_LINES = 1_000;

/** Works out what a try of one flow does for real: data here, the AI by the server. */
export function workOutFor(flowId: string): WorkOut {
  return workOutWith(evaluateAside, (question) => askModel(flowId, question));
}

/** Asks the model; what refuses the question is how the node ends. */
async function askModel(flowId: string, { talk, ...question }: TrialQuestion): Promise<FlowOutcome> {
  try {
    const { contact, said } = talk;
    const asked = { ...question, contact, said: said.slice(-MOST_LINES) };
    const { handle, output, error } = await flowRequests.askForTrial(flowId, asked);
    if (error !== null) return { error };
    return { handle: handle ?? '', output: output as FlowObject };
  } catch (error) {
    if (error instanceof ApiError) return { error: { type: error.code, message: error.detail } };
    if (error instanceof NetworkError) return { error: { type: 'provider_unavailable', message: '' } };
    throw error;
  }
}
