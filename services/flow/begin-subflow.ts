import { FLOW_LIMITS } from '../../domain/flow/limits';
import { asText, type FlowObject, type FlowValue, isFlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { compiledVersion } from './compiled-version';
import type { RunFacts } from './run-types';
import { startRun } from './start-run';

const eventKeyOf = (runId: string, effect: string) => `subflow:${runId}:${effect}`;

/**
 * Begins the published version of another flow for a run's effect, once. Its end is told to the run
 * (advance-run.ts).
 */
export async function beginSubflow(
  deps: Pick<Deps, 'db' | 'workflows'>,
  facts: RunFacts,
  { effect, settings }: { effect: string; settings: FlowObject },
): Promise<{ runId: string } | { error: { type: string; message: string } }> {
  const { tenantId, runId } = facts;
  const refuse = (type: string, message: string) => ({ error: { type, message } });
  if (facts.depth >= FLOW_LIMITS.subflowDepth) return refuse('too_deep', `${FLOW_LIMITS.subflowDepth} flows`);
  const flowId = asText(settings.flowId);
  if (flowId === facts.flowId) return refuse('subflow_of_itself', flowId);
  const found = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await tx.flow.findFirst({ where: { tenantId, id: flowId, published: { not: null } } });
    if (flow?.published == null) return undefined;
    return tx.flowVersion.findFirst({
      where: { tenantId, flowId, number: flow.published },
      select: { id: true },
    });
  });
  const flow = found && (await compiledVersion(deps, tenantId, found.id));
  const trigger = flow?.triggers.find(({ to }) => to !== null);
  if (!found || trigger === undefined) return refuse('flow_not_published', flowId);
  return startRun(deps, {
    tenantId,
    flowId,
    versionId: found.id,
    trigger: { kind: 'subflow', node: trigger.node },
    eventKey: eventKeyOf(runId, effect),
    payload: inputsOf(settings.inputs ?? null),
    contactId: facts.contactId,
    conversationId: facts.conversationId,
    parentRunId: runId,
    parentEffect: effect,
    depth: facts.depth + 1,
  });
}

/** The run does not wait for its sub-flow any more: it ends, too. */
export async function endSubflow(
  deps: Pick<Deps, 'db' | 'workflows'>,
  { tenantId, runId, effect }: { tenantId: string; runId: string; effect: string },
): Promise<void> {
  const children = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowRun.findMany({
      where: { tenantId, parentRunId: runId, parentEffect: effect },
      select: { id: true },
    }),
  );
  for (const { id } of children)
    await deps.workflows.cancelFlowRun({ tenantId, runId: id }, { userId: null });
}

function inputsOf(inputs: FlowValue): FlowObject {
  const given: FlowObject = {};
  for (const each of Array.isArray(inputs) ? inputs : []) {
    if (isFlowObject(each) && typeof each.name === 'string') given[each.name] = each.value ?? null;
  }
  return given;
}
