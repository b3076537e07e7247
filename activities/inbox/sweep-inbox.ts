import { sweepDeadlines } from '../../services/conversation/sweep-deadlines';
import { sweepInbox } from '../../services/conversation/sweep-inbox';
import { sweepRevisions } from '../../services/knowledge/sweep-revisions';
import type { ActivityDeps } from '../deps';

/** Hands over to workflows whatever was stored and never reached them. */
export function createSweep(deps: ActivityDeps) {
  return async function sweep(): Promise<{ messages: number; deadlines: number; revisions: number }> {
    return {
      messages: await sweepInbox(deps),
      deadlines: await sweepDeadlines(deps),
      revisions: await sweepRevisions(deps),
    };
  };
}
