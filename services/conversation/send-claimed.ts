import { AppError, ProviderUnavailableError } from '../../domain/errors';
import { openAccess } from '../channel/channel-access';
import type { FileToSend } from '../../domain/flow/order-words';
import type { Deps } from '../deps';
import { openFile } from '../media/open-file';
import { type BalloonOutcome, settleBalloon } from './balloon';

export interface ClaimedBalloon {
  tenantId: string;
  balloonId: string;
  conversationId: string;
  messageId: string;
  body: string;
  address: string;
  /** A file instead of words: the body is its caption. */
  file?: FileToSend | undefined;
  channel: { instanceName: string; token: string };
}

/** Sends a balloon that the caller has claimed, and writes down how it ended. Never throws for the provider's sake. */
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
  deps: Pick<Deps, 'db' | 'evolution' | 'secrets' | 'mediaStore' | 'outbound'>,
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
      const status = error.uncertain ? 'uncertain' : 'pending';
      return { outcome: { status, problem: error.message }, retryAfterMs: error.retryAfterMs };
    }
    if (error instanceof AppError) {
      return { outcome: { status: 'failed', problem: error.message }, retryAfterMs: undefined };
    }
    throw error;
  }
}
