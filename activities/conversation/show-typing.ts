import type { ActivityDeps } from '../deps';
import { openAccess } from '../../services/channel/channel-access';

export interface TypingPlace {
  address: string;
  channel: { instanceName: string; token: string };
}

/** The longest one "typing…" shows (ms): the provider holds its request for as long. */
const SHOWN_AT_MOST_MS = 10_000;

/**
 * Shows "typing…" for a while, without waiting for it: the provider holds the request as long as it shows, and no
 * worker's slot should. Optional: a message without it is still a message.
 */
export function showTyping(
  deps: Pick<ActivityDeps, 'evolution' | 'secrets' | 'log'>,
  tenantId: string,
  place: TypingPlace,
  forMs: number,
): void {
  const access = openAccess(deps, tenantId, place.channel);
  deps.evolution
    .sendPresence(access, { address: place.address, forMs: Math.min(forMs, SHOWN_AT_MOST_MS) })
    .catch((error: unknown) => deps.log.debug({ err: error }, 'could not show typing'));
}
