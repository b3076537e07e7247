import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { BackgroundActivities } from '../../activities';
import { BACKGROUND_QUEUE } from '../task-queues';
import type { FlowAudienceInput } from './messages';

const { beginFlowAudience } = proxyActivities<BackgroundActivities>({
  taskQueue: BACKGROUND_QUEUE,
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
  summary: 'Começa execuções de uma agenda',
});

const PLANNED = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);
const MINUTE_MS = 60_000;

/** An hour of a schedule: its runs begin little by little, so that a large audience is not a flood. */
export async function flowAudience(input: FlowAudienceInput): Promise<void> {
  const { startTime, typedSearchAttributes } = workflowInfo();
  // The engine's own, of whatever a schedule starts; kept when it continues as new.
  const scheduledAt = input.scheduledAt ?? (typedSearchAttributes.get(PLANNED) ?? startTime).getTime();
  let after = input.after ?? null;
  for (;;) {
    const rest = await beginFlowAudience({ ...input, scheduledAt, after });
    if (rest === null) return;
    if ('waitMs' in rest) await sleep(rest.waitMs);
    else {
      ({ after } = rest);
      await sleep(MINUTE_MS);
    }
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof flowAudience>({ ...input, scheduledAt, after });
    }
  }
}
