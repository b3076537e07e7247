import { isMediaKind } from '../../domain/media/media';
import type { Deps } from '../deps';
import type { MediaToAwait } from '../workflow-gateway';

/** What the workflow is told of the file that a message carries; nothing for a message without one. */
export function mediaToAwait(
  deps: Pick<Deps, 'env'>,
  message: { id: string; kind: string },
): { media?: MediaToAwait } {
  return isMediaKind(message.kind) ? { media: { id: message.id, waitMs: deps.env.media.waitMs } } : {};
}

/** As mediaToAwait, for what was sent from the paired phone: no answer waits for it. */
export function mediaToFetch(message: { id: string; kind: string }): { mediaId?: string } {
  return isMediaKind(message.kind) ? { mediaId: message.id } : {};
}
