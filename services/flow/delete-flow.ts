import { ConflictError, ErrorCode } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { cancelRuns } from './cancel-runs';
import { demandFlow } from './flow-row';
import { countOpenRuns } from './open-runs';
import { triggersChanged } from './triggers-changed';

/**
 * Removes a flow with its versions and the records of its runs.
 *
 * @param force cancels runs under way; without, they forbid it
 * @throws ConflictError runs_in_flight
 */
export async function deleteFlow(
  deps: Pick<Deps, 'db' | 'live' | 'workflows'>,
  ctx: TenantContext,
  id: string,
  force: boolean,
): Promise<void> {
  const { tenantId } = ctx;
  const open = await deps.db.withTenant(tenantId, async (tx) => {
    await demandFlow(tx, tenantId, id);
    const count = await countOpenRuns(tx, tenantId, id);
    if (count > 0 && !force) {
      throw new ConflictError(ErrorCode.runs_in_flight, `${count} runs are under way`, {
        details: { current: { runs: count } },
      });
    }
    // From here on nothing begins, while those under way are told.
    await tx.flowTrigger.deleteMany({ where: { tenantId, flowId: id } });
    return count;
  });
  if (open > 0) await cancelRuns(deps, ctx, id);
  await deps.db.withTenant(tenantId, (tx) => tx.flow.deleteMany({ where: { tenantId, id } }));
  await triggersChanged(deps, ctx, id);
}
