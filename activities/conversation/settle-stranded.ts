import { ProviderUnavailableError } from '../../domain/errors';
import { findStranded } from '../../services/conversation/find-stranded';
import type { ActivityDeps } from '../deps';
import { createDeliverBalloon } from './deliver-balloon';

/** Of the minute that a sweep has (ms); what is begun by then may take its provider's time on top. */
const LASTS_MS = 10_000;

/**
 * Finds out what became of sends that nobody asks about any more: sent, if the provider has them, and else dropped,
 * because their fence is an old one. While one of them looks as if it were under way, what a person types on the
 * paired phone cannot be told from its echo.
 *
 * A provider that hangs must not keep the rest of the sweep waiting: after a while, the next minute goes on.
 *
 * @returns how many were settled
 */
export function createSettleStranded(deps: ActivityDeps) {
  const deliverBalloon = createDeliverBalloon(deps);
  return async function settleStranded(): Promise<number> {
    let settled = 0;
    const until = performance.now() + LASTS_MS;
    for (const { id, tenantId, conversationId } of await findStranded(deps)) {
      if (performance.now() > until) break;
      try {
        const outcome = await deliverBalloon({
          tenantId,
          conversationId,
          balloonId: id,
          giveUp: false,
          correlationId: null,
        });
        if (typeof outcome === 'string') settled += 1;
      } catch (error) {
        // The provider cannot tell now: the next sweep asks again.
        if (!(error instanceof ProviderUnavailableError)) throw error;
      }
    }
    if (settled > 0) deps.log.warn({ settled }, 'the sweep settled sends that nobody asked about');
    return settled;
  };
}
