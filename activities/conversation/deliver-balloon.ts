import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import { openAccess } from '../../services/channel/channel-access';
import {
  type BalloonClaim,
  claimBalloon,
  settleBalloon,
  timeSinceClaim,
} from '../../services/conversation/balloon';
import { findLostSend } from '../../services/conversation/find-lost-send';
import { sendClaimed } from '../../services/conversation/send-claimed';
import type { ActivityDeps } from '../deps';
import { showTyping } from './show-typing';

export interface DeliverBalloonInput {
  tenantId: string;
  conversationId: string;
  balloonId: string;
  /** Stop trying: whatever is not sent by now has failed. */
  giveUp: boolean;
  correlationId: string | null;
  /** Something follows it after so long: "typing…" shows until then (ms). */
  typeForMs?: number | undefined;
}

/** It may not leave yet: ask again in a while, and hold no place until then. */
export interface Waiting {
  status: 'waiting';
  forMs: number;
}

export type DeliveryOutcome = 'sent' | 'failed' | 'dropped' | Waiting;
export type DeliverBalloon = (input: DeliverBalloonInput) => Promise<DeliveryOutcome>;

/**
 * Sends a balloon that an earlier step could not settle, or a person's message. What may have left is looked up at
 * the provider before it is repeated; throws, and so is retried, until it is settled.
 */
export function createDeliverBalloon(deps: ActivityDeps): DeliverBalloon {
  return async function deliverBalloon(input: DeliverBalloonInput): Promise<DeliveryOutcome> {
    const claim = await claimBalloon(deps, input, { notSent: false });
    // Gone with its tenant.
    if (claim === undefined) return 'dropped';
    if (input.giveUp && ['claimed', 'waiting', 'uncertain'].includes(claim.status)) {
      await settleBalloon(deps, input, { status: 'failed', problem: 'given up after many attempts' });
      return 'failed';
    }
    switch (claim.status) {
      case 'sent':
      case 'failed':
      case 'dropped':
        return claim.status;
      case 'waiting':
        return { status: 'waiting', forMs: claim.waitMs };
      case 'claimed':
        return attempt(deps, input, claim);
      case 'uncertain':
        return resolveUncertain(deps, input, claim);
    }
  };
}

async function resolveUncertain(
  deps: ActivityDeps,
  input: DeliverBalloonInput,
  claim: BalloonClaim,
): Promise<DeliveryOutcome> {
  // The request that was lost may still be under way: its effect shows only after its own timeout.
  const claimedAt = claim.claimedAt?.getTime() ?? 0;
  const wait = deps.evolution.sendTimeoutMs - (await timeSinceClaim(deps, input));
  if (wait > 0) return { status: 'waiting', forMs: wait };

  const found = await findLostSend(deps, {
    tenantId: input.tenantId,
    channelId: claim.channel.id,
    access: openAccess(deps, input.tenantId, claim.channel),
    address: claim.address,
    text: claim.body,
    carriesFile: claim.file !== undefined,
    since: new Date(claimedAt),
  });
  if (found !== undefined) {
    await settleBalloon(deps, input, { status: 'sent', providerMessageId: found });
    return 'sent';
  }
  const again = await claimBalloon(deps, input, { notSent: true });
  if (again === undefined) return 'dropped';
  if (again.status === 'waiting') return { status: 'waiting', forMs: again.waitMs };
  if (again.status !== 'claimed') {
    if (again.status === 'uncertain') throw new Error('a balloon that was read back cannot be uncertain');
    return again.status;
  }
  return attempt(deps, input, again);
}

async function attempt(
  deps: ActivityDeps,
  input: DeliverBalloonInput,
  claim: BalloonClaim,
): Promise<DeliveryOutcome> {
  const { outcome, retryAfterMs } = await sendClaimed(deps, { ...input, ...claim });
  switch (outcome.status) {
    case 'sent':
      if (input.typeForMs !== undefined) showTyping(deps, input.tenantId, claim, input.typeForMs);
      return 'sent';
    case 'failed':
      return 'failed';
    case 'pending':
    case 'uncertain':
      throw new ProviderUnavailableError(ErrorCode.provider_unavailable, outcome.problem, { retryAfterMs });
  }
}
