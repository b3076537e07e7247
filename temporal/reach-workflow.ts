import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure, type SignalDefinition } from '@temporalio/common';
import {
  type AppError,
  ConflictError,
  ErrorCode,
  ProviderUnavailableError,
  ValidationError,
} from '../domain/errors';
import { NOT_WITH_TEAM, TOO_FAR_AHEAD } from '../workflows/conversation/messages';

/** A caller waits for these: after this long, it is told that the engine is not available (ms). */
export const ANSWER_WITHIN_MS = 10_000;

/** gRPC's status of an update whose workflow task failed: FAILED_PRECONDITION. */
const DROPPED = new Set<number>([9]);
const AGAIN_AFTER_MS = 50;

/** Tells a workflow if a run is open; else there is nobody whom it concerns. */
export async function signalRunning<Args extends unknown[]>(
  client: Client,
  workflowId: string,
  signal: SignalDefinition<Args>,
  ...args: Args
): Promise<void> {
  await within(ANSWER_WITHIN_MS, async () => {
    try {
      await client.workflow.getHandle(workflowId).signal(signal, ...args);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  });
}

/**
 * Gives an order again, under its id, while the server drops it with the task that was to take it: a signal that comes
 * in as a run ends makes it take neither the end nor the order, and it says so instead of asking the worker again.
 */
export async function untilTaken<T>(order: () => Promise<T>): Promise<T> {
  const until = Date.now() + ANSWER_WITHIN_MS;
  for (;;) {
    try {
      return await order();
    } catch (error) {
      const dropped = isGrpcServiceError(error) && DROPPED.has(error.code);
      if (!dropped || Date.now() > until) throw error;
      await sleep(AGAIN_AFTER_MS);
    }
  }
}

/** The engine's answer in our words. @throws ProviderUnavailableError engine_unavailable, or what the workflow refused */
export async function within<T>(deadlineMs: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) throw refusal;
    throw new ProviderUnavailableError(
      ErrorCode.engine_unavailable,
      'The workflow engine did not take the request',
      {
        cause: error,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}

/** What a workflow said no to, in our words; undefined when it did not say no. */
function refusalOf(error: unknown): AppError | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return;
  switch (error.cause.type) {
    case NOT_WITH_TEAM:
      return new ConflictError(ErrorCode.not_with_team, 'The AI has the conversation');
    case TOO_FAR_AHEAD:
      return new ValidationError(ErrorCode.deadline_too_far, 'The deadline would be too far ahead');
    default:
      return undefined;
  }
}
