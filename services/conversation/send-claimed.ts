import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, ProviderUnavailableError } from '../../domain/errors';
import { openAccess } from '../channel/channel-access';
import type { FileToSend } from '../../domain/flow/order-words';
import type { Deps } from '../deps';
import { openFile } from '../media/open-file';
import { type BalloonOutcome, claimedAt, settleBalloon } from './balloon';
import { findLostSend } from './find-lost-send';

export interface ClaimedBalloon {
  tenantId: string;
  balloonId: string;
  conversationId: string;
  messageId: string;
  body: string;
  address: string;
  /** A file instead of words: the body is its caption. */
  file?: FileToSend | undefined;
  channel: { id: string; instanceName: string; token: string };
}

/**
 * Sends a balloon that the caller has claimed, and writes down how it ended. Never throws for the provider's sake. An
 * error that the provider itself has answered ends the request: a second later it can be asked what became of it.
 */
export async function sendClaimed(
  deps: Pick<Deps, 'db' | 'evolution' | 'secrets' | 'mediaStore' | 'outbound' | 'live' | 'log'>,
  balloon: ClaimedBalloon,
): Promise<{ outcome: BalloonOutcome; retryAfterMs: number | undefined }> {
  const { outcome, retryAfterMs } = await send(deps, balloon);
  await settleBalloon(deps, balloon, outcome);
  deps.live.publish(balloon.tenantId, {
    type: 'conversation',
    conversationId: balloon.conversationId,
    messageId: balloon.messageId,
  });
  if (outcome.status !== 'sent') {
    deps.log.warn(
      { balloonId: balloon.balloonId, status: outcome.status, problem: outcome.problem },
      'a balloon did not leave',
    );
  }
  return { outcome, retryAfterMs };
}

async function send(
  deps: Pick<Deps, 'db' | 'evolution' | 'secrets' | 'mediaStore' | 'outbound' | 'log'>,
  balloon: ClaimedBalloon,
): Promise<{ outcome: BalloonOutcome; retryAfterMs: number | undefined }> {
  try {
    const access = openAccess(deps, balloon.tenantId, balloon.channel);
    const { address, body, file } = balloon;
    const providerMessageId =
      file === undefined
        ? await deps.evolution.sendText(access, { address, text: body })
        : await deps.evolution.sendMedia(access, {
            address,
            caption: body,
            ...(await openFile(deps, balloon, file)),
          });
    return { outcome: { status: 'sent', providerMessageId }, retryAfterMs: undefined };
  } catch (error) {
    if (error instanceof ProviderUnavailableError) {
      return { outcome: await afterFailure(deps, balloon, error), retryAfterMs: error.retryAfterMs };
    }
    if (error instanceof AppError) {
      return { outcome: { status: 'failed', problem: error.message }, retryAfterMs: undefined };
    }
    throw error;
  }
}

/** What became of a send that failed: uncertain only where the provider has not said, and cannot be asked now. */
async function afterFailure(
  deps: Pick<Deps, 'db' | 'evolution' | 'secrets' | 'log'>,
  balloon: ClaimedBalloon,
  error: ProviderUnavailableError,
): Promise<BalloonOutcome> {
  const problem = error.message;
  if (!error.uncertain) return { status: 'pending', problem };
  if (!error.answered) return { status: 'uncertain', problem };
  await sleep(deps.evolution.storeDelayMs);
  try {
    const found = await findLostSend(deps, {
      tenantId: balloon.tenantId,
      channelId: balloon.channel.id,
      access: openAccess(deps, balloon.tenantId, balloon.channel),
      address: balloon.address,
      text: balloon.body,
      carriesFile: balloon.file !== undefined,
      since: await claimedAt(deps, balloon),
    });
    return found === undefined
      ? { status: 'pending', problem }
      : { status: 'sent', providerMessageId: found };
  } catch (cause) {
    // It cannot be asked now: whoever takes the balloon up asks first.
    if (!(cause instanceof AppError)) throw cause;
    return { status: 'uncertain', problem };
  }
}
