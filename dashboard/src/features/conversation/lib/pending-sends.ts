import type { Message } from '../../../lib/api/types';
import { createStore } from '../../../lib/store';
import { onSessionEnd } from '../../../lib/session/end-session';

/** A message on its way to the API, or that did not get there. */
export interface PendingSend {
  /** The Idempotency-Key: a retry under the same one is the same message. */
  key: string;
  conversationId: string;
  text: string;
  createdAt: string;
  error: unknown;
}

export const pendingSendsStore = createStore<PendingSend[]>([]);
onSessionEnd(() => pendingSendsStore.set([]));

export function putPending(send: PendingSend): void {
  pendingSendsStore.set((all) => [...all.filter(({ key }) => key !== send.key), send]);
}

export function dropPending(key: string): void {
  pendingSendsStore.set((all) => all.filter((send) => send.key !== key));
}

/**
 * Those that the timeline does not show yet. The live event of a message overtakes the answer to its POST: each
 * stored message by this person with the same words, not older than the send, stands for one that is under way.
 */
export function withoutStored(
  pending: PendingSend[],
  messages: Pick<Message, 'author' | 'text' | 'user' | 'createdAt'>[],
  userId: string,
): PendingSend[] {
  const stored = messages.filter((message) => message.author === 'human' && message.user?.id === userId);
  const claimed = new Set<number>();
  return pending.filter((send) => {
    if (send.error !== undefined) return true;
    const at = stored.findIndex(
      (message, index) =>
        !claimed.has(index) && message.text === send.text && message.createdAt >= send.createdAt,
    );
    if (at !== -1) claimed.add(at);
    return at === -1;
  });
}
