import { newId } from '../../config/new-id';
import { ConflictError, ErrorCode, NotFoundError } from '../../domain/errors';
import { storable } from '../../domain/flow/complete';
import { type FlowObject, isFlowObject } from '../../domain/flow/runtime/value';
import type { Deps, TenantContext } from '../deps';
import { OPEN_RUNS } from './flow-row';
import { publishedVersion, triggerNode } from './start-manual-run';
import { startRun } from './start-run';

/**
 * Begins a run that is over once more, from its trigger, on the published version, with the same payload or another.
 *
 * @throws ConflictError run_not_over, not_published, flow_paused
 */
export async function retryRun(
  deps: Pick<Deps, 'db' | 'workflows' | 'live'>,
  ctx: TenantContext,
  id: string,
  input: { payload?: FlowObject | undefined; idempotencyKey: string | null },
): Promise<{ runId: string; began: boolean }> {
  const { tenantId } = ctx;
  const { run, versionId, node } = await deps.db.withTenant(tenantId, async (tx) => {
    const found = await tx.flowRun.findFirst({ where: { tenantId, id } });
    if (found === null) throw new NotFoundError('Run');
    if (OPEN_RUNS.some((open) => open === found.status)) {
      throw new ConflictError(ErrorCode.run_not_over, 'The run is under way');
    }
    const { version, document } = await publishedVersion(tx, tenantId, found.flowId);
    const stays = document.nodes.some((each) => each.id === found.triggerNode);
    return {
      run: found,
      versionId: version.id,
      node: triggerNode(document, stays ? found.triggerNode : undefined),
    };
  });
  const payload = input.payload ?? run.payload;
  const started = await startRun(deps, {
    tenantId,
    flowId: run.flowId,
    versionId,
    trigger: { kind: run.triggerKind === 'subflow' ? 'manual' : run.triggerKind, node },
    eventKey: `retry:${id}:${input.idempotencyKey ?? newId()}`,
    payload: isFlowObject(payload) ? (storable(payload) as FlowObject) : {},
    contactId: run.contactId,
    conversationId: run.conversationId,
    retryOfId: id,
  });
  if (started.began)
    deps.live.publish(tenantId, { type: 'flowRun', flowId: run.flowId, runId: started.runId });
  return started;
}
