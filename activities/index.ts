import { type ChatwootStep, createReconcileChatwoot, createSyncChatwoot } from './chatwoot/sync-chatwoot';
import { createAlertTeam } from './conversation/alert-team';
import { createAnswerTurn, type TurnOutcome } from './conversation/answer-turn';
import { createDeliverBalloon, type Waiting } from './conversation/deliver-balloon';
import { createNotifyTeam } from './conversation/notify-team';
import { createNotifyTransfer } from './conversation/notify-transfer';
import { createSaveConversationState } from './conversation/save-conversation-state';
import { createSayGoodbye } from './conversation/say-goodbye';
import { createSendNotice } from './conversation/send-notice';
import { createSendTransferNotice } from './conversation/send-transfer-notice';
import { createSummariseHandoff } from './conversation/summarise-handoff';
import type { ActivityDeps } from './deps';
import { createCarryOut } from './flow/carry-out';
import { createPlaceFlowOrder, createWithdrawFlowOrders } from './flow/orders';
import { createBeginAudience } from './flow/begin-audience';
import { createCallFlowNode } from './flow/call-node';
import { createTakeFlowTurn } from './flow/take-flow-turn';
import { keepAlive } from './keep-alive';
import { type Busy, TenantShare } from './tenant-share';
import { createSweep } from './inbox/sweep-inbox';
import { createGiveUpMedia, createTakeInMedia } from './media/take-in-media';
import { createFailKnowledge, createIndexKnowledge } from './knowledge/index-knowledge';

/** Calls of automations are waited for most of their time. A tenant with a slow system holds a quarter of the places. */
export const FLOW_CALLS_AT_ONCE = 100;
export const CHATWOOT_STEPS_AT_ONCE = 24;
/** Customers' files, and texts to be indexed: each large, and minutes long at worst. */
export const FILES_AT_ONCE = 20;
/** Who finds no place comes again this many times later than a turn, or this many for a customer's file. */
const PATIENCE = 10;
const FILE_PATIENCE = 4;

/** All a worker can do, by the task queue that does it (workflows/task-queues.ts). */
export function createActivities(deps: ActivityDeps) {
  const { turnsAtOnce, deliveriesAtOnce } = deps.env.worker;
  const answerTurn = new TenantShare(turnsAtOnce).wrap(createAnswerTurn(deps), (retryInMs): TurnOutcome => ({
    decision: 'busy',
    retryInMs,
  }));
  const deliverBalloon = new TenantShare(deliveriesAtOnce).wrap(
    createDeliverBalloon(deps),
    (forMs): Waiting => ({ status: 'waiting', forMs }),
  );
  const syncChatwoot = new TenantShare(CHATWOOT_STEPS_AT_ONCE).wrap(
    createSyncChatwoot(deps),
    (retryInMs): ChatwootStep => ({ busy: true, againInMs: retryInMs * PATIENCE }),
  );
  const callFlowNode = new TenantShare(FLOW_CALLS_AT_ONCE).wrap(
    createCallFlowNode(deps),
    comeAgain(PATIENCE),
  );
  const files = new TenantShare(FILES_AT_ONCE);
  const saveConversationState = createSaveConversationState(deps);
  return {
    /** On the workflow's own queue, so that a turn starts without a hop. */
    conversation: {
      answerTurn,
      saveConversationState,
      takeFlowTurn: createTakeFlowTurn(deps),
      ...createCarryOut(deps),
    },
    order: { saveConversationState },
    /** Sends that were not done at once. */
    deliver: {
      deliverBalloon: keptAlive(deliverBalloon),
      sendNotice: keptAlive(createSendNotice(deps, deliverBalloon)),
      sendTransferNotice: keptAlive(createSendTransferNotice(deps, deliverBalloon)),
      sayGoodbye: keptAlive(createSayGoodbye(deps, deliverBalloon)),
    },
    /** What waits for systems of tenants: none of it may hold up mail and sweeps. */
    flow: {
      callFlowNode,
      syncChatwoot,
      reconcileChatwoot: createReconcileChatwoot(deps),
    },
    files: {
      takeInMedia: files.wrap(createTakeInMedia(deps), comeAgain(FILE_PATIENCE)),
      indexKnowledge: files.wrap(createIndexKnowledge(deps), comeAgain(PATIENCE)),
    },
    background: {
      notifyTeam: createNotifyTeam(deps),
      notifyTransfer: createNotifyTransfer(deps),
      alertTeam: createAlertTeam(deps),
      summariseHandoff: createSummariseHandoff(deps),
      failKnowledge: createFailKnowledge(deps),
      giveUpMedia: createGiveUpMedia(deps),
      sweep: createSweep(deps),
      beginFlowAudience: createBeginAudience(deps),
      placeFlowOrder: createPlaceFlowOrder(deps),
      withdrawFlowOrders: createWithdrawFlowOrders(deps),
    },
  };
}

/** A send holds up all that comes after it in its conversation: that its worker died must be noticed soon. */
function keptAlive<Input, Result>(work: (input: Input) => Promise<Result>) {
  return (input: Input): Promise<Result> => keepAlive(() => work(input));
}

/** How who finds no place is told when to ask again. */
function comeAgain(patience: number) {
  return (retryInMs: number): Busy => ({ busyMs: retryInMs * patience });
}

type Activities = ReturnType<typeof createActivities>;
export type ConversationActivities = Activities['conversation'];
export type OrderActivities = Activities['order'];
export type DeliverActivities = Activities['deliver'];
export type FlowActivities = Activities['flow'];
export type FilesActivities = Activities['files'];
export type BackgroundActivities = Activities['background'];
