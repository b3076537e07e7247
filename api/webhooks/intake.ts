import { watchBusy } from '../../config/busy';
import { FairGate } from '../../config/fair-gate';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';

/** Webhooks that one process works on at once: each waits for database and engine most of its time. */
const PLACES = 32;
/** What one tenant may hold of them beside others, while there is time and while there is none; alone, all. */
const EACH = 2;
const EACH_WHEN_BUSY = 1;
/** Evolution gives up after 30 s and sends again, up to ten times. */
const WAIT_MS = 20_000;
const RETRY_AFTER_MS = 10_000;

/**
 * Where webhooks wait for their turn. A tenant whose customers all write at once, or whose phone sends its history,
 * waits behind itself; what others' customers write goes past it.
 */
export function createIntake(): FairGate {
  const isBusy = watchBusy();
  return new FairGate({
    places: PLACES,
    each(contended) {
      if (!contended) return PLACES;
      return isBusy() ? EACH_WHEN_BUSY : EACH;
    },
    waitMs: WAIT_MS,
    refuse: () =>
      new ProviderUnavailableError(ErrorCode.overloaded, 'A webhook waited too long for its turn', {
        retryAfterMs: RETRY_AFTER_MS,
      }),
  });
}
