import { sweepChatwoot } from '../../services/chatwoot/reconcile';
import { sweepDeadlines } from '../../services/conversation/sweep-deadlines';
import { sweepInbox } from '../../services/conversation/sweep-inbox';
import { sweepWaitCalls } from '../../services/flow/receive-wait-call';
import { sweepFlowEvents } from '../../services/flow/sweep-flow-events';
import { sweepSchedules } from '../../services/flow/sync-schedules';
import { reindexOutdated } from '../../services/knowledge/reindex-outdated';
import { sweepRevisions } from '../../services/knowledge/sweep-revisions';
import { sweepOrders } from '../../services/flow/sweep-orders';
import { sweepMedia } from '../../services/media/sweep-media';
import { giveUpForgotten } from '../../services/media/give-up-forgotten';
import { createSettleStranded } from '../conversation/settle-stranded';
import type { ActivityDeps } from '../deps';

/**
 * Hands over to workflows whatever was stored and never reached them, events of automations too, and what another model
 * has indexed; removes files whose time is over.
 */
export function createSweep(deps: ActivityDeps) {
  const settleStranded = createSettleStranded(deps);
  return async function sweep(): Promise<
    Record<
      | 'messages'
      | 'deadlines'
      | 'flowEvents'
      | 'flowCalls'
      | 'flowOrders'
      | 'schedules'
      | 'revisions'
      | 'reindexed'
      | 'files'
      | 'forgottenFiles'
      | 'chatwoots'
      | 'strandedSends',
      number
    >
  > {
    return {
      messages: await sweepInbox(deps),
      deadlines: await sweepDeadlines(deps),
      flowEvents: await sweepFlowEvents(deps),
      flowCalls: await sweepWaitCalls(deps),
      schedules: await sweepSchedules(deps),
      revisions: await sweepRevisions(deps),
      reindexed: await reindexOutdated(deps),
      files: await sweepMedia(deps),
      forgottenFiles: await giveUpForgotten(deps),
      flowOrders: await sweepOrders(deps),
      chatwoots: await sweepChatwoot(deps),
      // The only one that asks others: what hangs there holds up nothing after it.
      strandedSends: await settleStranded(),
    };
  };
}
