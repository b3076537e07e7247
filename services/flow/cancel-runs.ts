import type { Deps, TenantContext } from '../deps';
import { eachOpenRun } from './open-runs';

/** Asks every run of a flow to end. How many were asked. @throws ProviderUnavailableError; say it again */
export async function cancelRuns(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: TenantContext,
  flowId: string,
): Promise<number> {
  const { tenantId, userId } = ctx;
  let count = 0;
  await eachOpenRun(deps, ctx, flowId, async ({ id }) => {
    await deps.workflows.cancelFlowRun({ tenantId, runId: id }, { userId });
    count += 1;
  });
  return count;
}
