import { Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { currentCorrelation } from '../config/correlation';
import { newId } from '../config/new-id';
import type { ConversationTiming } from '../domain/conversation/timing';
import type { ConversationRef, WorkflowGateway } from '../services/workflow-gateway';
import type { conversation } from '../workflows/conversation/conversation';
import {
  type ConversationInput,
  customerTyping,
  deadlineFound,
  extend,
  flowOrder,
  flowOrderWithdrawn,
  humanReplied,
  mergedAway,
  messageReceived,
  resolve,
  returnToAi,
  rewritten,
  takeOver,
  transfer,
} from '../workflows/conversation/messages';
import type { ingestDocument } from '../workflows/knowledge/ingest-document';
import { CONVERSATION_STATE, TENANT_ID } from '../workflows/search-attributes';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';
import { createChatwootGateway } from './chatwoot-gateway';
import { createFlowGateway } from './flow-gateway';
import { createFlowSchedules } from './flow-schedules';
import { ANSWER_WITHIN_MS, signalRunning, untilTaken, within } from './reach-workflow';

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
    await signalRunning(client, conversationWorkflowId(ref), signal, ...args);
  }

  /** Orders a conversation and waits for its answer, opening a run if none is open. */
  async function order<Order extends { timing: ConversationTiming }, Answer>(
    ref: ConversationRef,
    update: UpdateDefinition<Answer, [Order & { correlationId: string | null }]>,
    input: Order,
    updateId = newId(),
  ): Promise<Answer> {
    const args: [Order & { correlationId: string | null }] = [withCorrelation(input)];
    return within(ANSWER_WITHIN_MS, () =>
      untilTaken(() => {
        const startWorkflowOperation = new WithStartWorkflowOperation<typeof conversation>('conversation', {
          ...conversationOptions(ref, input.timing),
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
        return client.workflow.executeUpdateWithStart(update, { args, startWorkflowOperation, updateId });
      }),
    );
  }

  return {
    messageReceived: (ref, fact) => tell(ref, messageReceived, fact),
    humanReplied: (ref, fact) => tell(ref, humanReplied, fact),
    rewritten: (ref, fact) => tell(ref, rewritten, fact),
    mergedAway: (ref) => tellRunning(ref, mergedAway),
    flowOrder: (ref, fact) => tell(ref, flowOrder, fact),
    flowOrderWithdrawn: (ref, fact) => tellRunning(ref, flowOrderWithdrawn, fact),
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

    ...createFlowGateway(client),
    ...createFlowSchedules(client),
    ...createChatwootGateway(client),

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
