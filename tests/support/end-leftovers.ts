import type { Client } from '@temporalio/client';

/** What a test left open would be taken up by the next test file's workers. */
export async function endLeftovers(client: Client): Promise<void> {
  for await (const { workflowId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
    await client.workflow
      .getHandle(workflowId)
      .terminate('the test is over')
      .catch(() => undefined);
  }
}
