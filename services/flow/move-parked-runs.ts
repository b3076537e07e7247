import type { Deps, TenantContext } from '../deps';
import { moveRuns } from './move-runs';
import { publishedVersion } from './start-manual-run';

/** Moves what is parked to the published version, after publishing too. @throws ConflictError not_published, flow_paused */
export async function moveParkedRuns(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: TenantContext,
  flowId: string,
): Promise<{ moved: number; kept: number }> {
  const { version, document } = await deps.db.withTenant(ctx.tenantId, (tx) =>
    publishedVersion(tx, ctx.tenantId, flowId),
  );
  return moveRuns(deps, ctx, flowId, { id: version.id, document });
}
