import { Context } from '@temporalio/activity';
import { failRevision, indexRevision, type RevisionRef } from '../../services/knowledge/index-revision';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

/** Chunks, embeds and swaps in one saved revision; a retry begins again and swaps once. */
export function createIndexKnowledge(deps: ActivityDeps) {
  return async function indexKnowledge(input: RevisionRef): Promise<{ chunks: number }> {
    return keepAlive((signal) =>
      indexRevision(deps, input, { signal, onProgress: () => Context.current().heartbeat() }),
    );
  };
}

/** Says why a revision could not be indexed; the one before it goes on answering. */
export function createFailKnowledge(deps: ActivityDeps) {
  return async function failKnowledge(input: RevisionRef & { reason: string }): Promise<void> {
    await failRevision(deps, input, input.reason);
  };
}
