import type { Deps, TenantContext } from '../deps';
import { saveNewFlow } from './create-flow';
import { demandFlow, documentOf } from './flow-row';

/** A copy of the draft, never published. The longest name there may be is kept to. @throws NotFoundError */
export async function duplicateFlow(
  deps: Pick<Deps, 'db' | 'live'>,
  ctx: TenantContext,
  id: string,
  name: string | undefined,
): Promise<{ id: string; revision: number }> {
  const flow = await deps.db.withTenant(ctx.tenantId, (tx) => demandFlow(tx, ctx.tenantId, id));
  const copy = name ?? `${flow.name.slice(0, 110)} (cópia)`;
  return saveNewFlow(deps, ctx, {
    ...documentOf(flow.draft, copy),
    name: copy,
    description: flow.description,
  });
}
