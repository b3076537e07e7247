import {
  ActivityCancellationType,
  type ActivityOptions,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { ConversationActivities, FlowActivities } from '../../activities';
import { FLOW_QUEUE } from '../task-queues';

/** Unlimited tries: a run is never behind what people see of it. Later ones wait by a timer, not within the task. */
export const { takeFlowTurn } = proxyLocalActivities<ConversationActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '10 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/** A node that says nothing of its time may take this long, its repetitions included (s). */
const CALL_SECONDS = 15 * 60;

/**
 * Calls the outside for a node. How often a failure is repeated is the node's own setting and the activity's to count; a
 * worker that dies costs the node nothing.
 */
export function callFlowNode(timeoutSeconds: number | null, summary: string): FlowActivities['callFlowNode'] {
  const options: ActivityOptions = {
    taskQueue: FLOW_QUEUE,
    startToCloseTimeout: '3 minutes',
    heartbeatTimeout: '5 seconds',
    scheduleToCloseTimeout: (timeoutSeconds ?? CALL_SECONDS) * 1_000,
    cancellationType: ActivityCancellationType.TRY_CANCEL,
    retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
    summary,
  };
  return proxyActivities<FlowActivities>(options).callFlowNode;
}
