import type { Deps, TenantContext } from '../deps';
import { asJson, demandVersion, documentOf, lockFlowRow } from './flow-row';

/** A version becomes the draft again, as a new revision; what begins runs stays as it is. @throws NotFoundError */
export async function restoreVersion(
  deps: Pick<Deps, 'db' | 'live'>,
  ctx: TenantContext,
  id: string,
  number: number,
): Promise<{ revision: number }> {
  const { tenantId, userId } = ctx;
  const revision = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await lockFlowRow(tx, tenantId, id);
    const version = await demandVersion(tx, flow, number);
    const document = documentOf(version.document, flow.name);
    const next = flow.revision + 1;
    const data = { draft: asJson({ ...document, name: flow.name }), revision: next, savedById: userId };
    await tx.flow.update({ where: { id }, data });
    return next;
  });
  deps.live.publish(tenantId, { type: 'flow', flowId: id });
  return { revision };
}
