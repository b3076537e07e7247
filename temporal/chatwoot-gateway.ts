import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { ConversationRef, WorkflowGateway } from '../services/workflow-gateway';
import type { chatwootReconcile, chatwootSync } from '../workflows/chatwoot/chatwoot-sync';
import { chatwootChanged } from '../workflows/chatwoot/messages';
import { TENANT_ID } from '../workflows/search-attributes';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';
import { ANSWER_WITHIN_MS, within } from './reach-workflow';

/** The ways into the workflows that keep Chatwoot the same. */
export function createChatwootGateway(
  client: Client,
): Pick<WorkflowGateway, 'chatwootChanged' | 'reconcileChatwoot'> {
  return {
    async chatwootChanged(ref, fact) {
      await within(ANSWER_WITHIN_MS, () =>
        client.workflow.signalWithStart<typeof chatwootSync, [{ hear: boolean }]>('chatwootSync', {
          workflowId: chatwootWorkflowId(ref),
          taskQueue: CONVERSATION_QUEUE,
          args: [{ ...ref }],
          signal: chatwootChanged,
          signalArgs: [fact],
          typedSearchAttributes: [{ key: TENANT_ID, value: ref.tenantId }],
          staticSummary: 'Mantém uma conversa igual no Chatwoot',
          priority: { fairnessKey: ref.tenantId },
        }),
      );
    },
    async reconcileChatwoot(tenantId) {
      await within(ANSWER_WITHIN_MS, async () => {
        try {
          await client.workflow.start<typeof chatwootReconcile>('chatwootReconcile', {
            workflowId: `chatwoot-reconcile:${tenantId}`,
            taskQueue: CONVERSATION_QUEUE,
            args: [{ tenantId }],
            typedSearchAttributes: [{ key: TENANT_ID, value: tenantId }],
            staticSummary: 'Procura no Chatwoot o que não foi avisado',
            priority: { fairnessKey: tenantId },
            workflowExecutionTimeout: '10 minutes',
          });
        } catch (error) {
          // The last one still looks.
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        }
      });
    },
  };
}

export function chatwootWorkflowId({ tenantId, conversationId }: ConversationRef): string {
  return `chatwoot:${tenantId}:${conversationId}`;
}
