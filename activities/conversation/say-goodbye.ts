import { noticeText } from '../../services/conversation/notice-text';
import { prepareGoodbye } from '../../services/conversation/prepare-goodbye';
import type { ActivityDeps } from '../deps';
import { createDeliverBalloon, type DeliveryOutcome } from './deliver-balloon';

export interface SayGoodbyeInput {
  tenantId: string;
  conversationId: string;
  correlationId: string | null;
}

/** Ends a quiet conversation with the tenant's words, if the AI had the last one. Safe to repeat. */
export function createSayGoodbye(deps: ActivityDeps) {
  const deliverBalloon = createDeliverBalloon(deps);
  return async function sayGoodbye(input: SayGoodbyeInput): Promise<DeliveryOutcome | 'nothing'> {
    const text = await noticeText(deps, input, 'closing', Date.now());
    const balloonId = await prepareGoodbye(deps, { ...input, text });
    return balloonId === undefined ? 'nothing' : deliverBalloon({ ...input, balloonId, giveUp: false });
  };
}
