import { typingPauseMs } from '../../domain/conversation/pace';
import type { NoticeKind } from '../../domain/conversation/state';
import { getBotConfig } from '../../services/config/bot-config';
import { findTypingPlace } from '../../services/conversation/find-typing-place';
import { noticeText } from '../../services/conversation/notice-text';
import { prepareNotice } from '../../services/conversation/prepare-notice';
import type { ActivityDeps } from '../deps';
import {
  createDeliverBalloon,
  type DeliverBalloon,
  type DeliveryOutcome,
  type Waiting,
} from './deliver-balloon';
import { showTyping } from './show-typing';

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

/** Stored, and to be delivered after a pause: deliverBalloon does it. */
export type NoticeWaiting = Waiting & { balloonId: string };
export type NoticeOutcome = Exclude<DeliveryOutcome, Waiting> | NoticeWaiting | 'empty';

/**
 * Sends one of the tenant's fixed texts, unless somebody moved the conversation since. Where the AI types, it types
 * notices too: then the text is only stored here and "typing…" shown, and it is claimed after the pause, so that a
 * person who comes in the pause stops it.
 *
 * @param deliver how what needs no pause is sent
 */
export function createSendNotice(deps: ActivityDeps, deliver: DeliverBalloon = createDeliverBalloon(deps)) {
  return async function sendNotice(input: SendNoticeInput): Promise<NoticeOutcome> {
    const config = await getBotConfig(deps, input);
    const text = await noticeText(deps, input, config, input.notice, input.at ?? Date.now());
    const balloonId = await prepareNotice(deps, { ...input, dedupeKey: input.noticeId, text });
    if (balloonId === undefined) return 'empty';
    const pauseMs = typingPauseMs(config.pace, text.length);
    if (pauseMs > 0) {
      const place = await findTypingPlace(deps, input);
      if (place !== undefined) showTyping(deps, input.tenantId, place, pauseMs);
      return { status: 'waiting', forMs: pauseMs, balloonId };
    }
    const outcome = await deliver({ ...input, balloonId, giveUp: false });
    return typeof outcome === 'object' ? { ...outcome, balloonId } : outcome;
  };
}
