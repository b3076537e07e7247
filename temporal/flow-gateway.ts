import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { FlowRunRef, WorkflowGateway } from '../services/workflow-gateway';
import { cancelFlowRun, flowOutcome, type FlowRunInput, moveFlowRun } from '../workflows/flow/messages';
import { TENANT_ID } from '../workflows/search-attributes';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';
import { ANSWER_WITHIN_MS, signalRunning, within } from './reach-workflow';

/** The ways into the workflows of flows. */
export function createFlowGateway(
  client: Client,
): Pick<WorkflowGateway, 'startFlowRun' | 'flowOutcome' | 'cancelFlowRun' | 'moveFlowRun'> {
  return {
    async startFlowRun(ref) {
      await within(ANSWER_WITHIN_MS, async () => {
        try {
          await client.workflow.start('flowRun', {
            workflowId: flowWorkflowId(ref),
            taskQueue: CONVERSATION_QUEUE,
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
            args: [ref satisfies FlowRunInput],
            typedSearchAttributes: [{ key: TENANT_ID, value: ref.tenantId }],
            staticSummary: 'Execução de um fluxo',
            priority: { fairnessKey: ref.tenantId },
          });
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        }
      });
    },
    flowOutcome: (ref, fact) => signalRunning(client, flowWorkflowId(ref), flowOutcome, fact),
    cancelFlowRun: (ref, fact) => signalRunning(client, flowWorkflowId(ref), cancelFlowRun, fact),
    moveFlowRun: (ref, fact) => signalRunning(client, flowWorkflowId(ref), moveFlowRun, fact),
  };
}

export function flowWorkflowId(ref: FlowRunRef): string {
  return `flow:${ref.tenantId}:${ref.runId}`;
}
