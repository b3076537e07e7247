import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { AnswerTurnInput } from '../../activities/conversation/answer-turn';
import type { DeliverBalloonInput } from '../../activities/conversation/deliver-balloon';
import type { NotifyTeamInput } from '../../activities/conversation/notify-team';
import type { AlertTeamInput } from '../../activities/conversation/alert-team';
import type { NotifyTransferInput } from '../../activities/conversation/notify-transfer';
import type { SendNoticeInput } from '../../activities/conversation/send-notice';
import type { SendTransferNoticeInput } from '../../activities/conversation/send-transfer-notice';
import type { HandoffToSummarise } from '../../services/conversation/summarise-handoff';
import type { SayGoodbyeInput } from '../../activities/conversation/say-goodbye';
import type { ChatwootStepInput } from '../../activities/chatwoot/sync-chatwoot';
import type { CallFlowNodeInput } from '../../activities/flow/call-node';
import type { AudiencePart, AudienceRest } from '../../services/flow/begin-audience';
import type { FlowTurnInput } from '../../services/flow/run-types';
import type { TakeInMediaInput } from '../../activities/media/take-in-media';
import { NOTHING_SAID } from '../../domain/conversation/nothing-said';
import type { SavedState, StateToSave } from '../../services/conversation/save-state';
import {
  BACKGROUND_QUEUE,
  CONVERSATION_QUEUE,
  DELIVER_QUEUE,
  FILES_QUEUE,
  FLOW_QUEUE,
  ORDER_QUEUE,
} from '../../workflows/task-queues';
import type { FlowScript } from './flow-script';
import type { Script } from './conversation-script';
import { type FlowStep, type FlowStepInput } from './conversation-script';

/** A revision with this id cannot be indexed. */
export const BACKGROUND_REVISION_FAILS = '01a1fb59-0000-7000-8000-000000000000';

function flowActivities(script: (input: { conversationId: string }) => Script) {
  const activity = (step: FlowStep['step']) => async (input: FlowStepInput) => {
    const { flowSteps, story, onFlow } = script(input);
    const asked: FlowStep = { ...input, step };
    flowSteps.push(asked);
    story.push(`flow ${step}${input.ending === undefined ? '' : ` ${input.ending}`}`);
    return onFlow(asked);
  };
  return {
    beginFlowOrder: activity('begin'),
    finishFlowSaying: activity('finish'),
    hearFlowReply: activity('hear'),
    answerFlowOrder: activity('answer'),
    endFlowOrder: activity('end'),
  };
}

/** Workers of every queue whose activities ask the scripts. */
export async function createScriptedWorkers(
  connection: NativeConnection,
  namespace: string,
  script: (input: { conversationId: string }) => Script,
  runs: ReadonlyMap<string, FlowScript>,
): Promise<Worker[]> {
  const audiences = new Map<string, number>();
  const run = ({ runId }: { runId: string }) => {
    const found = runs.get(runId);
    if (found === undefined) throw new Error('a run without a script');
    return found;
  };
  const { Context } = await import('@temporalio/activity');
  const common = {
    connection,
    namespace,
    maxHeartbeatThrottleInterval: 100,
    defaultHeartbeatThrottleInterval: 100,
  };
  async function saveConversationState(input: StateToSave): Promise<SavedState> {
    const { saved, story, onSave } = script(input);
    saved.push(input);
    story.push(`save ${input.state}`);
    return onSave(input);
  }
  return [
    await Worker.create({ ...common, taskQueue: ORDER_QUEUE, activities: { saveConversationState } }),
    await Worker.create({
      ...common,
      taskQueue: CONVERSATION_QUEUE,
      workflowBundle: { codePath: 'dist/workflows.js' },
      activities: {
        async answerTurn(input: AnswerTurnInput) {
          const { turns, story, onTurn } = script(input);
          turns.push(input);
          story.push('turn');
          const context = Context.current();
          const beat = setInterval(() => context.heartbeat(), 50);
          try {
            return await onTurn(input, context.cancellationSignal);
          } catch (error) {
            throw error instanceof CancelledFailure ? new CancelledFailure('stopped', [NOTHING_SAID]) : error;
          } finally {
            clearInterval(beat);
          }
        },
        ...flowActivities(script),
        saveConversationState,
        takeFlowTurn: (input: FlowTurnInput) => run(input).turn(input),
      },
    }),
    await Worker.create({
      ...common,
      taskQueue: DELIVER_QUEUE,
      activities: {
        async deliverBalloon(input: DeliverBalloonInput) {
          const { deliveries, story, onDeliver } = script(input);
          deliveries.push(input);
          story.push(`deliver ${input.balloonId}${input.giveUp ? ' (give up)' : ''}`);
          return onDeliver(input);
        },
        sendNotice(input: SendNoticeInput) {
          const { notices, story, onNotice } = script(input);
          notices.push(input);
          story.push(`notice ${input.notice}`);
          return Promise.resolve(onNotice(input));
        },
        sendTransferNotice(input: SendTransferNoticeInput) {
          const { transferNotices, story } = script(input);
          transferNotices.push(input);
          story.push(`tell ${input.whom}`);
          return Promise.resolve('sent');
        },
        sayGoodbye(input: SayGoodbyeInput) {
          script(input).story.push('goodbye');
          return Promise.resolve('sent');
        },
      },
    }),
    await Worker.create({
      ...common,
      taskQueue: FLOW_QUEUE,
      activities: {
        callFlowNode: (input: CallFlowNodeInput) => run(input).call(input),
        async syncChatwoot(input: ChatwootStepInput) {
          const { chatwootSteps, onChatwoot } = script(input);
          chatwootSteps.push(input.hear);
          return onChatwoot();
        },
        reconcileChatwoot: () => Promise.resolve(0),
      },
    }),
    await Worker.create({
      ...common,
      taskQueue: FILES_QUEUE,
      activities: {
        async takeInMedia(input: TakeInMediaInput) {
          const { files, story, onFile } = script(input);
          files.push(input);
          story.push(`file ${input.mediaId}`);
          return onFile(input);
        },
        indexKnowledge({ revisionId }: { revisionId: string }) {
          if (revisionId === BACKGROUND_REVISION_FAILS)
            throw ApplicationFailure.nonRetryable('unreadable', 'ValidationError');
          return Promise.resolve();
        },
      },
    }),
    await Worker.create({
      ...common,
      taskQueue: BACKGROUND_QUEUE,
      activities: {
        /** A holiday first, then the first contacts, then nobody. */
        beginFlowAudience({ flowId, after }: AudiencePart): Promise<AudienceRest> {
          const asked = (audiences.get(flowId) ?? 0) + 1;
          audiences.set(flowId, asked);
          if (asked === 1) return Promise.resolve({ waitMs: 10 });
          return Promise.resolve(after === null ? { after: 'first' } : null);
        },
        notifyTeam(input: NotifyTeamInput) {
          const { notified, story } = script(input);
          notified.push(input);
          story.push(`notify ${input.reason}`);
          return Promise.resolve();
        },
        async summariseHandoff(input: HandoffToSummarise) {
          const { summaries, story, onSummary } = script(input);
          summaries.push(input);
          story.push(input.giveUp ? 'extract' : 'summarise');
          await onSummary(input);
        },
        notifyTransfer(input: NotifyTransferInput) {
          script(input).story.push('notify transfer');
          return Promise.resolve();
        },
        alertTeam(input: AlertTeamInput) {
          const { alerts, story } = script(input);
          alerts.push(input);
          story.push(`alert ${input.level}`);
          return Promise.resolve();
        },
        giveUpMedia(input: TakeInMediaInput) {
          script(input).story.push(`give up ${input.mediaId}`);
          return Promise.resolve();
        },
        failKnowledge: () => Promise.resolve(),
        sweep: () => Promise.resolve(),
      },
    }),
  ];
}
