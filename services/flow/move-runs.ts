import * as z from 'zod';
import type { FlowDocument } from '../../domain/flow/document';
import type { Deps, TenantContext } from '../deps';
import { eachOpenRun } from './open-runs';

const standingSchema = z.array(z.object({ node: z.string(), kind: z.string() }));

/**
 * Asks runs of older versions that are parked to go on by this one: those of which every standing node is still there
 * and of the same kind (F14). The others stay as they are. The run's workflow decides again when it hears of it.
 *
 * @throws ProviderUnavailableError; say it again
 */
export async function moveRuns(
  deps: Pick<Deps, 'db' | 'workflows'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  flowId: string,
  version: { id: string; document: FlowDocument },
): Promise<{ moved: number; kept: number }> {
  const kinds = new Map(version.document.nodes.map(({ id, kind }) => [id, kind]));
  const counts = { moved: 0, kept: 0 };
  await eachOpenRun(deps, ctx, flowId, async (run) => {
    if (run.versionId === version.id) return;
    if (!mayMove(run, kinds)) {
      counts.kept += 1;
      return;
    }
    await deps.workflows.moveFlowRun({ tenantId: ctx.tenantId, runId: run.id }, { versionId: version.id });
    counts.moved += 1;
  });
  return counts;
}

/** Whether a run stands only where another version has the same: kinds by node. */
export function mayMove(
  { status, standing }: { status: string; standing: unknown },
  kinds: ReadonlyMap<string, string>,
): boolean {
  const places = standingSchema.safeParse(standing);
  return (
    status === 'waiting' &&
    places.success &&
    places.data.length > 0 &&
    places.data.every(({ node, kind }) => kinds.get(node) === kind)
  );
}
