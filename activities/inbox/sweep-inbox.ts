import { sweepInbox } from '../../services/conversation/sweep-inbox';
import { sweepRevisions } from '../../services/knowledge/sweep-revisions';
import { sweepMedia } from '../../services/media/sweep-media';
import type { ActivityDeps } from '../deps';

/** Hands over to workflows whatever was stored and never reached them; removes files whose time is over. */
export function createSweep(deps: ActivityDeps) {
  return async function sweep(): Promise<{ messages: number; revisions: number; files: number }> {
    return {
      messages: await sweepInbox(deps),
      revisions: await sweepRevisions(deps),
      files: await sweepMedia(deps),
    };
  };
}
