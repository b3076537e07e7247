import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { OPEN_RUNS } from './flow-row';

/** Asks a run to end; one that is over stays as it is. @throws NotFoundError */
export async function cancelRun(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: TenantContext,
  id: string,
): Promise<{ runId: string; status: string }> {
  const { tenantId, userId } = ctx;
  const run = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowRun.findFirst({ where: { tenantId, id }, select: { status: true } }),
  );
  if (run === null) throw new NotFoundError('Run');
  if (OPEN_RUNS.some((open) => open === run.status)) {
    await deps.workflows.cancelFlowRun({ tenantId, runId: id }, { userId });
  }
  return { runId: id, status: run.status };
}
