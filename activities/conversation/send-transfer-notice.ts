import { prepareTransferNotice } from '../../services/conversation/prepare-transfer-notice';
import type { ActivityDeps } from '../deps';
import { createDeliverBalloon, type DeliveryOutcome } from './deliver-balloon';

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

/** Sends what a person wrote with a transfer. */
export function createSendTransferNotice(deps: ActivityDeps) {
  const deliverBalloon = createDeliverBalloon(deps);
  return async function sendTransferNotice(
    input: SendTransferNoticeInput,
  ): Promise<DeliveryOutcome | 'empty'> {
    const balloonId = await prepareTransferNotice(deps, input);
    return balloonId === undefined ? 'empty' : deliverBalloon({ ...input, balloonId });
  };
}
