import { newId } from '../../config/new-id';
import { ConflictError, ErrorCode, NotFoundError } from '../../domain/errors';
import { isFlowObject } from '../../domain/flow/runtime/value';
import type { Deps, TenantContext } from '../deps';
import { startRun } from './start-run';

/**
 * Begins a run that goes on from the node at which another failed, in the same version, with all that it knew. What it
 * waited for elsewhere is begun anew.
 *
 * @throws NotFoundError for a run that is not this tenant's
 * @throws ConflictError run_not_over for one that has not failed
 */
export async function resumeRun(
  deps: Pick<Deps, 'db' | 'workflows' | 'live'>,
  ctx: TenantContext,
  id: string,
  options: { idempotencyKey: string | null },
): Promise<{ runId: string; began: boolean }> {
  const { tenantId } = ctx;
  const run = await deps.db.withTenant(tenantId, (tx) => tx.flowRun.findFirst({ where: { tenantId, id } }));
  if (run === null) throw new NotFoundError('Run');
  if (run.status !== 'failed' || run.state === null) {
    throw new ConflictError(ErrorCode.run_not_over, 'The run has not failed');
  }
  const { flowId, versionId, payload, contactId, conversationId, depth } = run;
  const resumed = await startRun(deps, {
    tenantId,
    flowId,
    versionId,
    trigger: { kind: run.triggerKind, node: run.triggerNode },
    eventKey: `resume:${id}:${options.idempotencyKey ?? newId()}`,
    payload: isFlowObject(payload) ? payload : {},
    contactId,
    conversationId,
    depth,
    retryOfId: id,
    resumes: true,
  });
  if (resumed.began) deps.live.publish(tenantId, { type: 'flowRun', flowId, runId: resumed.runId });
  return resumed;
}
