import { bundleWorkflowCode } from '@temporalio/worker';

/**
 * Bundles every workflow into one script for the workers.
 *
 * Our modules are loaded once a worker and shared by all its runs, instead of anew in each: a cached conversation takes
 * half the heap, and a run begins or is replayed without it. So no module of the bundle may keep a run's state
 * (bundle-workflows.test.ts).
 *
 * @param workflowsPath absolute path of workflows/index.ts
 */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const silent = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    preloadModules: [workflowsPath],
    logger: silent,
  });
  return code;
}
