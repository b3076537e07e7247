import { ConflictError, ErrorCode } from '../../domain/errors';
import { compileFlow } from '../../domain/flow/compile';
import type { Deps, TenantContext } from '../deps';
import { type FlowStatus, demandVersion, documentOf, lockFlowRow } from './flow-row';
import { triggersChanged } from './triggers-changed';
import { writeTriggers } from './write-triggers';

type StatusDeps = Pick<Deps, 'db' | 'live' | 'secrets'>;
type Order = 'unpublish' | 'pause' | 'resume';

/**
 * Takes a flow back, stops it from beginning runs, or lets it begin them again; runs under way go on. Repeating it is
 * harmless.
 *
 * @param by who pauses: a person, or the rule on repeated failures
 * @throws ConflictError not_published for what has no published version
 */
export async function setFlowStatus(
  deps: StatusDeps,
  ctx: Pick<TenantContext, 'tenantId'>,
  id: string,
  order: Order,
  by: 'person' | 'failures' = 'person',
): Promise<{ status: FlowStatus; version: number | null }> {
  const { tenantId } = ctx;
  const result = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await lockFlowRow(tx, tenantId, id);
    if (order === 'unpublish') {
      await tx.flowTrigger.deleteMany({ where: { tenantId, flowId: id } });
      await tx.flow.update({ where: { id }, data: { status: 'draft', published: null, pausedBy: null } });
      return { status: 'draft' as const, version: null };
    }
    if (flow.published === null) throw new ConflictError(ErrorCode.not_published, 'Nothing is published');
    if (order === 'pause') {
      await tx.flowTrigger.deleteMany({ where: { tenantId, flowId: id } });
      await tx.flow.update({ where: { id }, data: { status: 'paused', pausedBy: by } });
      return { status: 'paused' as const, version: flow.published };
    }
    const version = await demandVersion(tx, flow, flow.published);
    // Published once, it compiles without the tenant's context.
    const { flow: compiled } = compileFlow(documentOf(version.document, flow.name));
    const place = { tenantId, flowId: id, version: version.number };
    await writeTriggers(tx, deps.secrets, place, compiled?.triggers ?? []);
    await tx.flow.update({ where: { id }, data: { status: 'active', pausedBy: null } });
    return { status: 'active' as const, version: version.number };
  });
  await triggersChanged(deps, ctx, id);
  return result;
}
