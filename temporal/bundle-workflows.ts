import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles every workflow into one script for the workers. @param workflowsPath absolute path of workflows/index.ts */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: silent });
  return code;
}
