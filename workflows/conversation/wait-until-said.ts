import type { Ledger } from './ledger';
import type { MediaDesk } from './media-desk';
import { waitForQuiet } from './wait-for-quiet';

/**
 * Waits until the customer has finished writing, and what was sent besides words can be heard and seen.
 *
 * @param quietMs how long quiet is; the tenant's own where nothing else is said
 */
export async function waitUntilSaid(ledger: Ledger, media: MediaDesk, quietMs?: number): Promise<void> {
  for (;;) {
    const waits = (quietMs ?? ledger.timing.debounceMs) > 0;
    if (waits || ledger.typingUntil > Date.now()) await waitForQuiet(ledger, quietMs);
    if (!media.holdsAnswer()) return;
    const heard = ledger.messagesHeard;
    await media.settle();
    if (ledger.messagesHeard === heard) return;
  }
}
