import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { FlowScheduleRef, WorkflowGateway } from '../services/workflow-gateway';
import type { FlowAudienceInput } from '../workflows/flow/messages';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';
import { ANSWER_WITHIN_MS, within } from './reach-workflow';

/** Many flows begin at nine o'clock: each a little later (at most). */
const JITTER = '30 seconds';
/** How long after its hour a firing is made up for, where only the present counts, and where none may be missed. */
const CATCH_UP = { off: '1 minute', on: '1 day' } as const;

/** Schedules of flows: one a trigger, named by it, so that putting it twice is putting it once. */
export function createFlowSchedules(
  client: Client,
): Pick<WorkflowGateway, 'putFlowSchedule' | 'dropFlowSchedule'> {
  return {
    async putFlowSchedule(ref, { cron, zone, catchUp }) {
      const scheduleId = scheduleIdOf(ref);
      const options = {
        spec: { cronExpressions: [cron], timezone: zone, jitter: JITTER },
        policies: {
          // An audience that is not through yet is not begun again.
          overlap: ScheduleOverlapPolicy.SKIP,
          catchupWindow: catchUp ? CATCH_UP.on : CATCH_UP.off,
        },
        action: {
          type: 'startWorkflow' as const,
          workflowType: 'flowAudience',
          taskQueue: CONVERSATION_QUEUE,
          workflowId: scheduleId,
          args: [ref satisfies FlowAudienceInput],
        },
      };
      await within(ANSWER_WITHIN_MS, async () => {
        try {
          await client.schedule.create({ scheduleId, ...options });
        } catch (error) {
          if (!(error instanceof ScheduleAlreadyRunning)) throw error;
          await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...options, state }));
        }
      });
    },
    async dropFlowSchedule(ref) {
      await within(ANSWER_WITHIN_MS, async () => {
        try {
          await client.schedule.getHandle(scheduleIdOf(ref)).delete();
        } catch (error) {
          if (!(error instanceof ScheduleNotFoundError)) throw error;
        }
      });
    },
  };
}

export function scheduleIdOf({ tenantId, flowId, nodeId }: FlowScheduleRef): string {
  return `flow-schedule:${tenantId}:${flowId}:${nodeId}`;
}
