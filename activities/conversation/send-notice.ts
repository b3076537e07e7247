import type { NoticeKind } from '../../domain/conversation/state';
import { getBotConfig } from '../../services/config/bot-config';
import { prepareNotice } from '../../services/conversation/prepare-notice';
import type { ActivityDeps } from '../deps';
import { createDeliverBalloon, type DeliveryOutcome } from './deliver-balloon';

export interface SendNoticeInput {
  tenantId: string;
  conversationId: string;
  /** One id, one notice, however often it is tried. */
  noticeId: string;
  notice: NoticeKind;
  fence: number;
  correlationId: string | null;
}

/** Sends one of the tenant's fixed texts, unless somebody moved the conversation since. */
export function createSendNotice(deps: ActivityDeps) {
  const deliverBalloon = createDeliverBalloon(deps);
  return async function sendNotice(input: SendNoticeInput): Promise<DeliveryOutcome | 'empty'> {
    const { messages } = await getBotConfig(deps, input);
    const balloonId = await prepareNotice(deps, {
      ...input,
      dedupeKey: input.noticeId,
      text: messages[input.notice],
    });
    return balloonId === undefined ? 'empty' : deliverBalloon({ ...input, balloonId, giveUp: false });
  };
}
