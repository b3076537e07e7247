import type { Deps, TenantContext } from '../deps';
import { syncSchedules } from './sync-schedules';

/** After what begins a flow's runs, or the flow itself, has changed and is committed. Repeating it is harmless. */
export async function triggersChanged(
  deps: Pick<Deps, 'live' | 'db' | 'workflows' | 'log'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
): Promise<void> {
  deps.live.publish(tenantId, { type: 'flow', flowId });
  try {
    await syncSchedules(deps, { tenantId, flowId });
  } catch (error) {
    deps.log.warn({ err: error, flowId }, 'schedules could not be synced; the sweep will');
  }
}
