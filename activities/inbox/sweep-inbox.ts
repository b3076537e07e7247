import { sweepDeadlines } from '../../services/conversation/sweep-deadlines';
import { sweepInbox } from '../../services/conversation/sweep-inbox';
import { sweepFlowEvents } from '../../services/flow/sweep-flow-events';
import { reindexOutdated } from '../../services/knowledge/reindex-outdated';
import { sweepRevisions } from '../../services/knowledge/sweep-revisions';
import { sweepMedia } from '../../services/media/sweep-media';
import type { ActivityDeps } from '../deps';

/**
 * Hands over to workflows whatever was stored and never reached them, events of automations too, and what another model
 * has indexed; removes files whose time is over.
 */
export function createSweep(deps: ActivityDeps) {
  return async function sweep(): Promise<
    Record<'messages' | 'deadlines' | 'flowEvents' | 'revisions' | 'reindexed' | 'files', number>
  > {
    return {
      messages: await sweepInbox(deps),
      deadlines: await sweepDeadlines(deps),
      flowEvents: await sweepFlowEvents(deps),
      revisions: await sweepRevisions(deps),
      reindexed: await reindexOutdated(deps),
      files: await sweepMedia(deps),
    };
  };
}
