import type { FlowObject } from '../../domain/flow/runtime/value';
import { flowRunId } from '../../domain/flow/run-id';
import type { Deps } from '../deps';

export interface RunToStart {
  tenantId: string;
  flowId: string;
  versionId: string;
  /** `manual` began by hand or API, `subflow` by another run. `node` is the trigger whose way it goes. */
  trigger: { kind: string; node: string };
  /** What makes the event one, within the flow. */
  eventKey: string;
  /** `gatilho` of the run. */
  payload: FlowObject;
  contactId?: string | null;
  conversationId?: string | null;
  parentRunId?: string | null;
  /** The parent's effect that waits for the run. */
  parentEffect?: string | null;
  depth?: number;
  retryOfId?: string | null;
  /** Goes on from the node at which that run failed. */
  resumes?: boolean;
}

/**
 * Begins a run once for its event. Durable when it returns: the row stands and the engine has the workflow. Saying it again
 * is harmless, and says it to the engine again: a process may have died between the two.
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function startRun(
  deps: Pick<Deps, 'db' | 'workflows'>,
  run: RunToStart,
): Promise<{ runId: string; began: boolean }> {
  const { tenantId, flowId, versionId, trigger, eventKey, payload } = run;
  const id = flowRunId(tenantId, flowId, eventKey);
  const { count } = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowRun.createMany({
      data: [
        {
          id,
          tenantId,
          flowId,
          versionId,
          triggerKind: trigger.kind,
          triggerNode: trigger.node,
          eventKey,
          payload,
          contactId: run.contactId ?? null,
          conversationId: run.conversationId ?? null,
          parentRunId: run.parentRunId ?? null,
          parentEffect: run.parentEffect ?? null,
          depth: run.depth ?? 0,
          retryOfId: run.retryOfId ?? null,
          resumes: run.resumes ?? false,
        },
      ],
      skipDuplicates: true,
    }),
  );
  await deps.workflows.startFlowRun({ tenantId, runId: id });
  return { runId: id, began: count === 1 };
}
