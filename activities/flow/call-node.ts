import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { AppError } from '../../domain/errors';
import type { FlowOutcome } from '../../domain/flow/order';
import type { NodeCall } from '../../services/flow/ask-model';
import { callNode, WorthRetrying } from '../../services/flow/call-node';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

export interface CallFlowNodeInput extends NodeCall {
  /** How often a failure that may heal is tried again. */
  retries: number;
}

/** First pause before a repetition, and the longest (ms); the other system may ask for another. */
const PAUSE_MS = 2_000;
const PAUSE_MAX_MS = 60_000;

/**
 * Carries out a node that calls the outside. A failure is an outcome, once the node's repetitions are used up. An attempt
 * that a dying worker left behind counts as one.
 */
export function createCallFlowNode(deps: ActivityDeps) {
  return async function callFlowNode({ retries, ...call }: CallFlowNodeInput): Promise<FlowOutcome> {
    const { attempt } = Context.current().info;
    try {
      return await keepAlive((signal) => callNode(deps, call, { again: attempt > 1, signal }));
    } catch (error) {
      if (error instanceof WorthRetrying) {
        if (attempt > retries) return error.outcome;
        const pause = error.afterMs ?? Math.min(PAUSE_MS * 2 ** (attempt - 1), PAUSE_MAX_MS);
        throw ApplicationFailure.create({
          message: error.message,
          type: 'WorthRetrying',
          nextRetryDelay: pause,
        });
      }
      // What no repetition heals; anything that is not ours (a database that is down) is tried again.
      if (error instanceof AppError) return { error: { type: error.code, message: error.message } };
      throw error;
    }
  };
}
