import { prepareTransferNotice } from '../../services/conversation/prepare-transfer-notice';
import type { ActivityDeps } from '../deps';
import { createDeliverBalloon, type DeliverBalloon } from './deliver-balloon';
import type { NoticeOutcome } from './send-notice';

export interface SendTransferNoticeInput {
  tenantId: string;
  conversationId: string;
  /** One transfer, one notice to each, however often it is tried. */
  transferId: string;
  /** The customer, or the number or group that the conversation was transferred to. */
  whom: 'customer' | 'outside';
  fence: number;
  giveUp: boolean;
  correlationId: string | null;
}

/**
 * Sends what a person wrote with a transfer: without the pauses of an AI that types.
 *
 * @param deliver how it is sent
 */
export function createSendTransferNotice(
  deps: ActivityDeps,
  deliver: DeliverBalloon = createDeliverBalloon(deps),
) {
  return async function sendTransferNotice(input: SendTransferNoticeInput): Promise<NoticeOutcome> {
    const balloonId = await prepareTransferNotice(deps, input);
    if (balloonId === undefined) return 'empty';
    const outcome = await deliver({ ...input, balloonId });
    return typeof outcome === 'object' ? { ...outcome, balloonId } : outcome;
  };
}
