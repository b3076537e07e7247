import type { LoadedTurn } from '../../services/conversation/load-turn';
import { prepareNotice } from '../../services/conversation/prepare-notice';
import { claimBalloon, settleBalloon } from '../../services/conversation/balloon';
import { sendClaimed } from '../../services/conversation/send-claimed';
import type { ActivityDeps } from '../deps';
import { showTyping } from './show-typing';

/** An answer that takes longer than this is worth a "typing…" (ms). */
const TYPING_AFTER_MS = 700;
/** And longer than this, the tenant's waiting message (ms). */
const WAITING_AFTER_MS = 20_000;
/** How long one "typing…" shows (ms). */
const TYPING_FOR_MS = 10_000;

/** Tells the customer that an answer is on its way while the model thinks. */
export function showProgress(
  deps: ActivityDeps,
  input: { tenantId: string; conversationId: string; turnId: string },
  turn: LoadedTurn,
): { stop(): void } {
  const typing = setTimeout(() => showTyping(deps, input.tenantId, turn, TYPING_FOR_MS), TYPING_AFTER_MS);
  const waiting = setTimeout(() => void sendWaiting(deps, input, turn), WAITING_AFTER_MS);
  return {
    stop() {
      clearTimeout(typing);
      clearTimeout(waiting);
    },
  };
}

/** Once a turn, whatever the attempt: the turn's id makes it one. A person who came meanwhile stops it. */
async function sendWaiting(
  deps: ActivityDeps,
  input: { tenantId: string; conversationId: string; turnId: string },
  turn: LoadedTurn,
): Promise<void> {
  try {
    const balloonId = await prepareNotice(deps, {
      tenantId: input.tenantId,
      conversationId: input.conversationId,
      dedupeKey: `${input.turnId}:waiting`,
      text: turn.config.waiting,
      notice: 'waiting',
      fence: turn.fence,
    });
    if (balloonId === undefined) return;
    const claim = await claimBalloon(deps, { tenantId: input.tenantId, balloonId }, { notSent: false });
    if (claim?.status === 'claimed')
      await sendClaimed(deps, { ...claim, tenantId: input.tenantId, balloonId });
    // Its number is busy: by the time it may leave, so may the answer.
    if (claim?.status === 'waiting') {
      const problem = 'the number has sent enough for now';
      await settleBalloon(deps, { tenantId: input.tenantId, balloonId }, { status: 'failed', problem });
    }
  } catch (error) {
    // Optional, like typing; the answer itself has its own care.
    deps.log.warn({ err: error }, 'could not send the waiting message');
  }
}
