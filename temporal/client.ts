import {
  Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure, type SignalDefinition, type UpdateDefinition } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { currentCorrelation } from '../config/correlation';
import type { ConversationTiming } from '../domain/conversation/timing';
import {
  type AppError,
  ConflictError,
  ErrorCode,
  ProviderUnavailableError,
  ValidationError,
} from '../domain/errors';
import type { ConversationRef, WorkflowGateway } from '../services/workflow-gateway';
import type { conversation } from '../workflows/conversation/conversation';
import {
  type ConversationInput,
  customerTyping,
  deadlineFound,
  extend,
  humanReplied,
  mergedAway,
  messageReceived,
  NOT_WITH_TEAM,
  resolve,
  returnToAi,
  rewritten,
  takeOver,
  TOO_FAR_AHEAD,
  transfer,
} from '../workflows/conversation/messages';
import type { ingestDocument } from '../workflows/knowledge/ingest-document';
import { CONVERSATION_STATE, TENANT_ID } from '../workflows/search-attributes';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';

/** A caller waits for these: after this long, it is told that the engine is not available (ms). */
const ANSWER_WITHIN_MS = 10_000;
const PING_WITHIN_MS = 3_000;

/** The only client: every way from the rest of the program into a workflow. */
export function createWorkflowGateway(connection: NativeConnection, namespace: string): WorkflowGateway {
  const client = new Client({ connection, namespace });

  /** Tells a conversation, opening a run if none is open. */
  async function tell<Fact extends { timing: ConversationTiming }>(
    ref: ConversationRef,
    signal: SignalDefinition<[Fact & { correlationId: string | null }]>,
    fact: Fact,
  ): Promise<void> {
    await within(ANSWER_WITHIN_MS, () =>
      client.workflow.signalWithStart<typeof conversation, [Fact & { correlationId: string | null }]>(
        'conversation',
        {
          ...conversationOptions(ref, fact.timing),
          signal,
          signalArgs: [withCorrelation(fact)],
        },
      ),
    );
  }

  /** Tells a conversation if a run is open; else there is nobody whom it concerns. */
  async function tellRunning<Args extends unknown[]>(
    ref: ConversationRef,
    signal: SignalDefinition<Args>,
    ...args: Args
  ): Promise<void> {
    await within(ANSWER_WITHIN_MS, async () => {
      try {
        await client.workflow.getHandle(conversationWorkflowId(ref)).signal(signal, ...args);
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    });
  }

  /** Orders a conversation and waits for its answer, opening a run if none is open. */
  async function order<Order extends { timing: ConversationTiming }, Answer>(
    ref: ConversationRef,
    update: UpdateDefinition<Answer, [Order & { correlationId: string | null }]>,
    input: Order,
    updateId?: string,
  ): Promise<Answer> {
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof conversation>('conversation', {
      ...conversationOptions(ref, input.timing),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    return within(ANSWER_WITHIN_MS, () =>
      client.workflow.executeUpdateWithStart(update, {
        args: [withCorrelation(input)],
        startWorkflowOperation,
        ...(updateId === undefined ? {} : { updateId }),
      }),
    );
  }

  return {
    messageReceived: (ref, fact) => tell(ref, messageReceived, fact),
    humanReplied: (ref, fact) => tell(ref, humanReplied, fact),
    rewritten: (ref, fact) => tell(ref, rewritten, fact),
    mergedAway: (ref) => tellRunning(ref, mergedAway),
    customerTyping: (ref, fact) => tellRunning(ref, customerTyping, fact),
    takeOver: (ref, input) => order(ref, takeOver, input),
    returnToAi: (ref, input) => order(ref, returnToAi, input),
    resolve: (ref, input) => order(ref, resolve, input),
    transfer: (ref, input) => order(ref, transfer, input, input.transferId),
    extend: (ref, input) => order(ref, extend, input),
    deadlineFound: (ref, fact) => tell(ref, deadlineFound, fact),

    async ingestDocument({ tenantId, documentId, revisionId, number }) {
      await within(ANSWER_WITHIN_MS, () =>
        client.workflow.start<typeof ingestDocument>('ingestDocument', {
          workflowId: `document:${tenantId}:${documentId}:${number}`,
          taskQueue: CONVERSATION_QUEUE,
          // One revision is indexed once; saying it again finds the same run.
          workflowIdConflictPolicy: 'USE_EXISTING',
          args: [withCorrelation({ tenantId, documentId, revisionId })],
          typedSearchAttributes: [{ key: TENANT_ID, value: tenantId }],
          staticSummary: `Indexa a revisão ${number} de um texto`,
          priority: { fairnessKey: tenantId },
        }),
      );
    },

    async ping() {
      await within(PING_WITHIN_MS, () => connection.workflowService.getSystemInfo({}));
    },
  };
}

export function conversationWorkflowId(ref: ConversationRef): string {
  return `conversation:${ref.tenantId}:${ref.conversationId}`;
}

function conversationOptions(ref: ConversationRef, timing: ConversationTiming) {
  const input: ConversationInput = { ...ref, timing };
  const args: [ConversationInput] = [input];
  return {
    workflowId: conversationWorkflowId(ref),
    taskQueue: CONVERSATION_QUEUE,
    args,
    typedSearchAttributes: [
      { key: TENANT_ID, value: ref.tenantId },
      { key: CONVERSATION_STATE, value: 'IA_ATIVA' },
    ],
    staticSummary: 'Conversa de um cliente com a empresa',
    priority: { fairnessKey: ref.tenantId, fairnessWeight: timing.fairnessWeight ?? 1 },
  };
}

function withCorrelation<T extends object>(fact: T): T & { correlationId: string | null } {
  return { ...fact, correlationId: currentCorrelation()?.correlationId ?? null };
}

async function within<T>(deadlineMs: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal !== undefined) throw refusal;
    throw new ProviderUnavailableError(
      ErrorCode.engine_unavailable,
      'The workflow engine did not take the request',
      {
        cause: error,
      },
    );
  } finally {
    clearTimeout(timer);
  }
}

/** What a workflow said no to, in our words; undefined when it did not say no. */
function refusalOf(error: unknown): AppError | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return;
  switch (error.cause.type) {
    case NOT_WITH_TEAM:
      return new ConflictError(ErrorCode.not_with_team, 'The AI has the conversation');
    case TOO_FAR_AHEAD:
      return new ValidationError(ErrorCode.deadline_too_far, 'The deadline would be too far ahead');
    default:
      return undefined;
  }
}
