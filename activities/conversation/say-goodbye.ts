import { getBotConfig } from '../../services/config/bot-config';
import { noticeText } from '../../services/conversation/notice-text';
import { prepareGoodbye } from '../../services/conversation/prepare-goodbye';
import type { ActivityDeps } from '../deps';
import { createDeliverBalloon, type DeliverBalloon } from './deliver-balloon';
import type { NoticeOutcome } from './send-notice';

export interface SayGoodbyeInput {
  tenantId: string;
  conversationId: string;
  correlationId: string | null;
}

export type GoodbyeOutcome = Exclude<NoticeOutcome, 'empty'> | 'nothing';

/** Ends a quiet conversation with the tenant's words, if the AI had the last one. Safe to repeat. */
export function createSayGoodbye(deps: ActivityDeps, deliver: DeliverBalloon = createDeliverBalloon(deps)) {
  return async function sayGoodbye(input: SayGoodbyeInput): Promise<GoodbyeOutcome> {
    const text = await noticeText(deps, input, await getBotConfig(deps, input), 'closing', Date.now());
    const balloonId = await prepareGoodbye(deps, { ...input, text });
    if (balloonId === undefined) return 'nothing';
    const outcome = await deliver({ ...input, balloonId, giveUp: false });
    return typeof outcome === 'object' ? { ...outcome, balloonId } : outcome;
  };
}
