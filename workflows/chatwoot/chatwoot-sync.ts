import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { FlowActivities } from '../../activities';
import { FLOW_QUEUE } from '../task-queues';
import { chatwootChanged, type ChatwootSyncInput } from './messages';

const { syncChatwoot, reconcileChatwoot } = proxyActivities<FlowActivities>({
  taskQueue: FLOW_QUEUE,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  // A Chatwoot that is away for longer is told by the sweep, once it is back.
  scheduleToCloseTimeout: '6 hours',
  retry: { initialInterval: '2 seconds', maximumInterval: '5 minutes' },
});

/**
 * Keeps one conversation and what stands of it at Chatwoot the same: begun by whatever changes, ends when both are. As
 * the only one that writes there, it posts everything once and in order.
 */
export async function chatwootSync(input: ChatwootSyncInput & { hear?: boolean }): Promise<void> {
  let changed = input.hear === true;
  let hear = input.hear === true;
  setHandler(chatwootChanged, (fact) => {
    changed = true;
    hear ||= fact.hear;
  });
  const { tenantId, conversationId } = input;
  while (changed) {
    const step = { tenantId, conversationId, hear };
    changed = false;
    hear = false;
    const { againInMs, busy } = await syncChatwoot(step);
    if (busy === true) hear ||= step.hear;
    if (againInMs !== undefined) {
      await condition(() => changed, againInMs);
      changed = true;
    }
    if (changed && workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof chatwootSync>({ tenantId, conversationId, hear: true });
    }
  }
}

/** Looks through a tenant's Chatwoot for what was not told. */
export async function chatwootReconcile(input: { tenantId: string }): Promise<void> {
  await reconcileChatwoot(input);
}
