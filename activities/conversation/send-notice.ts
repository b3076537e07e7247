import type { NoticeKind } from '../../domain/conversation/state';
import { noticeText } from '../../services/conversation/notice-text';
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
  /** When it was asked for, by the engine's clock (Unix ms): a worker's clock may be wrong. */
  at?: number;
  correlationId: string | null;
}

/** Sends one of the tenant's fixed texts, unless somebody moved the conversation since. */
export function createSendNotice(deps: ActivityDeps) {
  const deliverBalloon = createDeliverBalloon(deps);
  return async function sendNotice(input: SendNoticeInput): Promise<DeliveryOutcome | 'empty'> {
    const text = await noticeText(deps, input, input.notice, input.at ?? Date.now());
    const balloonId = await prepareNotice(deps, {
      ...input,
      dedupeKey: input.noticeId,
      text,
    });
    return balloonId === undefined ? 'empty' : deliverBalloon({ ...input, balloonId, giveUp: false });
  };
}
