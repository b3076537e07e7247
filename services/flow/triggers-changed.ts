import type { Deps, TenantContext } from '../deps';

/** After what begins a flow's runs, or the flow itself, has changed and is committed. Repeating it is harmless. */
export function triggersChanged(
  deps: Pick<Deps, 'live'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
): Promise<void> {
  deps.live.publish(tenantId, { type: 'flow', flowId });
  return Promise.resolve();
}
