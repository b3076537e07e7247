import type { FlowDocument } from '../../domain/flow/document';
import { exportFlow } from '../../domain/flow/portable';
import type { Deps, TenantContext } from '../deps';
import { demandFlow, demandVersion, documentOf } from './flow-row';

/** The draft, or a version, as a file: without secrets and without ids of this tenant. @throws NotFoundError */
export async function exportAutomation(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
  version: number | undefined,
): Promise<FlowDocument> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const stored = version === undefined ? flow.draft : (await demandVersion(tx, flow, version)).document;
    return exportFlow(documentOf(stored, flow.name));
  });
}
