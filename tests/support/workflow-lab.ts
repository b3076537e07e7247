import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { type NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Client, type WorkflowHandle } from '@temporalio/client';
import type { AnswerTurnInput, TurnOutcome } from '../../activities/conversation/answer-turn';
import type { DeliverBalloonInput, DeliveryOutcome } from '../../activities/conversation/deliver-balloon';
import type { NotifyTeamInput } from '../../activities/conversation/notify-team';
import type { AlertTeamInput } from '../../activities/conversation/alert-team';
import type { NotifyTransferInput } from '../../activities/conversation/notify-transfer';
import type { NoticeOutcome, SendNoticeInput } from '../../activities/conversation/send-notice';
import type { SendTransferNoticeInput } from '../../activities/conversation/send-transfer-notice';
import type { HandoffToSummarise } from '../../services/conversation/summarise-handoff';
import type { SayGoodbyeInput } from '../../activities/conversation/say-goodbye';
import type { ChatwootStep, ChatwootStepInput } from '../../activities/chatwoot/sync-chatwoot';
import type { CallFlowNodeInput } from '../../activities/flow/call-node';
import type { FlowDocument } from '../../domain/flow/document';
import type { AudiencePart, AudienceRest } from '../../services/flow/begin-audience';
import type { FlowTurnInput } from '../../services/flow/run-types';
import type { FlowOrderNext } from '../../activities/flow/carry-out';
import type { TakeInMediaInput } from '../../activities/media/take-in-media';
import type { Busy } from '../../activities/tenant-share';
import { createLogger } from '../../config/logger';
import { newId } from '../../config/new-id';
import { NOTHING_SAID } from '../../domain/conversation/nothing-said';
import type { ConversationTiming } from '../../domain/conversation/timing';
import type { SavedState, StateToSave } from '../../services/conversation/save-state';
import type { ConversationRef, WorkflowGateway } from '../../services/workflow-gateway';
import { chatwootWorkflowId } from '../../temporal/chatwoot-gateway';
import { conversationWorkflowId, createWorkflowGateway } from '../../temporal/client';
import { connectTemporal } from '../../temporal/connection';
import { installTemporalRuntime } from '../../temporal/run-worker';
import { flowWorkflowId } from '../../temporal/flow-gateway';
import {
  BACKGROUND_QUEUE,
  CONVERSATION_QUEUE,
  DELIVER_QUEUE,
  FILES_QUEUE,
  FLOW_QUEUE,
  ORDER_QUEUE,
} from '../../workflows/task-queues';
import { FlowScript } from './flow-script';
import { endLeftovers } from './end-leftovers';
import { testEnv } from './harness';

const log = createLogger('test', { level: process.env['TEST_LOG'] ?? 'silent', json: true });

export const HOUR = 3_600_000;

/** Nothing happens by the clock unless a test asks for it. */
export const STILL: ConversationTiming = {
  debounceMs: 0,
  debounceMaxMs: 0,
  humanReturnMs: 24 * HOUR,
  idleCloseMs: 24 * HOUR,
};

/** A revision with this id cannot be indexed. */
export const BACKGROUND_REVISION_FAILS = '01a1fb59-0000-7000-8000-000000000000';

/** What a conversation was asked to do about an order of a flow. */
export interface FlowStep {
  step: 'begin' | 'finish' | 'hear' | 'answer' | 'end';
  orderId: string;
  ending?: string;
  handedOver?: boolean;
  attempt?: number;
  afterSeq?: number;
}
type FlowStepInput = Omit<FlowStep, 'step'> & { conversationId: string };

/** What one conversation's activities were asked, and how they answer. */
export class Script {
  readonly turns: AnswerTurnInput[] = [];
  readonly saved: StateToSave[] = [];
  readonly notices: SendNoticeInput[] = [];
  readonly deliveries: DeliverBalloonInput[] = [];
  readonly notified: NotifyTeamInput[] = [];
  readonly summaries: HandoffToSummarise[] = [];
  readonly alerts: AlertTeamInput[] = [];
  readonly transferNotices: SendTransferNoticeInput[] = [];
  readonly files: TakeInMediaInput[] = [];
  /** In the order they happened: "turn", "save HUMANO_RESPONDEU", "notice fallback", "deliver …", "notify …". */
  readonly story: string[] = [];

  onTurn: (input: AnswerTurnInput, signal: AbortSignal) => Promise<TurnOutcome> | TurnOutcome = () => ({
    decision: 'answered',
    uptoSeq: this.turns.length,
    unsent: [],
  });
  onSave: (input: StateToSave) => Promise<SavedState> | SavedState = () => ({
    saved: true,
    fence: this.saved.length,
  });
  onSummary: (input: HandoffToSummarise) => Promise<void> | void = () => undefined;
  onNotice: (input: SendNoticeInput) => NoticeOutcome = () => 'sent';
  onFile: (input: TakeInMediaInput) => Promise<Busy> | Promise<void> | Busy | undefined = () => undefined;
  /** Whether each step of its twin at Chatwoot was to ask there first. */
  readonly chatwootSteps: boolean[] = [];
  onChatwoot: () => Promise<ChatwootStep> | ChatwootStep = () => ({});
  readonly flowSteps: FlowStep[] = [];
  onFlow: (step: FlowStep) => Promise<FlowOrderNext> | FlowOrderNext = () => ({ next: 'ended' });
  onDeliver: (input: DeliverBalloonInput) => Promise<DeliveryOutcome> | DeliveryOutcome = () => 'sent';
}

/** A real Temporal server and the real workflow; the activities are a script by conversation. */
export class WorkflowLab {
  private constructor(
    private readonly connection: NativeConnection,
    readonly client: Client,
    readonly gateway: WorkflowGateway,
    private readonly createWorkers: () => Promise<Worker[]>,
    private readonly scripts: Map<string, Script>,
    private readonly runs: Map<string, FlowScript>,
  ) {}

  private workers: Worker[] = [];
  private running: Promise<unknown> = Promise.resolve();

  static async start(): Promise<WorkflowLab> {
    installTemporalRuntime(log);
    const env = testEnv();
    const connection = await connectTemporal(env);
    const { namespace } = env.temporal;
    const scripts = new Map<string, Script>();
    const script = (input: { conversationId: string }) => {
      const found = scripts.get(input.conversationId);
      if (found === undefined) throw new Error('a conversation without a script');
      return found;
    };
    const runs = new Map<string, FlowScript>();
    const createWorkers = () => createScriptedWorkers(connection, namespace, script, runs);
    const client = new Client({ connection, namespace });
    const gateway = createWorkflowGateway(connection, namespace);
    const lab = new WorkflowLab(connection, client, gateway, createWorkers, scripts, runs);
    await lab.startWorkers();
    return lab;
  }

  /** As a deployment or a crash does: nothing of a conversation is left in memory. */
  async stopWorkers(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    this.workers = [];
    await this.running;
  }

  async startWorkers(): Promise<void> {
    this.workers = await this.createWorkers();
    this.running = Promise.all(this.workers.map((worker) => worker.run()));
  }

  conversation(): { ref: ConversationRef; script: Script; handle: WorkflowHandle } {
    const ref = { tenantId: newId(), conversationId: newId() };
    const script = new Script();
    this.scripts.set(ref.conversationId, script);
    return { ref, script, handle: this.client.workflow.getHandle(conversationWorkflowId(ref)) };
  }

  /** What keeps a conversation the same at Chatwoot. */
  chatwoot() {
    const { ref, script } = this.conversation();
    return { ref, script, handle: this.client.workflow.getHandle(chatwootWorkflowId(ref)) };
  }

  /** A run of an automation, begun with the first of these versions (`v1`, `v2`, …). */
  async flow(...versions: FlowDocument[]) {
    const ref = { tenantId: newId(), runId: newId() };
    const named = Object.fromEntries(versions.map((document, index) => [`v${index + 1}`, document]));
    const script = new FlowScript(named);
    this.runs.set(ref.runId, script);
    await this.gateway.startFlowRun(ref);
    return { ref, script, handle: this.client.workflow.getHandle(flowWorkflowId(ref)) };
  }

  async close(): Promise<void> {
    await endLeftovers(this.client);
    await this.stopWorkers();
    await this.connection.close();
    await Runtime.instance().shutdown();
  }
}

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

async function createScriptedWorkers(
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
