import { answerOrder, type OrderToAnswer } from '../../services/flow/answer-order';
import { beginOrder, type OrderToBegin } from '../../services/flow/begin-order';
import { endOrder, type OrderEnding } from '../../services/flow/end-order';
import { finishSaying } from '../../services/flow/finish-saying';
import { hearReply, type ReplyToHear } from '../../services/flow/hear-reply';
import type { FlowOrderNext, FlowOrderRef } from '../../services/flow/open-order';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

export type { FlowOrderNext } from '../../services/flow/open-order';

interface Traced {
  correlationId: string | null;
}
export type BeginFlowOrderInput = OrderToBegin & Traced;
export type FinishFlowSayingInput = FlowOrderRef & Traced & { attempt: number };
export type HearFlowReplyInput = ReplyToHear & Traced;
export type AnswerFlowOrderInput = OrderToAnswer & Traced;
export type EndFlowOrderInput = FlowOrderRef & Traced & { ending: OrderEnding };

/** What a conversation's workflow does for runs of flows. Each may run again: the order's row and the outbox know. */
export function createCarryOut(deps: ActivityDeps) {
  return {
    beginFlowOrder: (input: BeginFlowOrderInput): Promise<FlowOrderNext> =>
      keepAlive(() => beginOrder(deps, input)),
    finishFlowSaying: (input: FinishFlowSayingInput): Promise<FlowOrderNext> =>
      keepAlive(() => finishSaying(deps, input)),
    hearFlowReply: (input: HearFlowReplyInput): Promise<FlowOrderNext> =>
      keepAlive(() => hearReply(deps, input)),
    answerFlowOrder: (input: AnswerFlowOrderInput): Promise<FlowOrderNext> =>
      keepAlive((signal) => answerOrder(deps, input, signal)),
    endFlowOrder: (input: EndFlowOrderInput): Promise<void> => endOrder(deps, input),
  };
}
