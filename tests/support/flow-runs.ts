import { newId } from '../../config/new-id';
import type { FlowDocument } from '../../domain/flow/document';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { startRun } from '../../services/flow/start-run';
import { eventually } from './eventually';
import { publishDocument } from './published-flow';
import type { TestTenant } from './test-tenant';

interface Begin {
  payload?: FlowObject;
  contactId?: string;
  conversationId?: string;
  eventKey?: string;
  trigger?: string;
}

/** Publishes a drawing and begins a run of it. @returns ids, and how to look at the run */
export async function beginFlow(tenant: TestTenant, drawing: FlowDocument, begin: Begin = {}) {
  const flow = await publishDocument(tenant, drawing);
  return { ...flow, ...(await beginRunOf(tenant, flow, begin)) };
}

export async function beginRunOf(
  tenant: TestTenant,
  flow: { flowId: string; versionId: string },
  begin: Begin = {},
) {
  const { deps } = tenant.options;
  const { tenantId } = tenant.ctx;
  const { trigger = 'start', eventKey = newId(), payload = {}, ...about } = begin;
  const { runId, began } = await startRun(deps, {
    tenantId,
    ...flow,
    trigger: { kind: 'manual', node: trigger },
    eventKey,
    payload,
    ...about,
  });
  const row = () =>
    deps.db.withTenant(tenantId, (tx) => tx.flowRun.findUniqueOrThrow({ where: { id: runId } }));
  const trace = () =>
    deps.db.withTenant(tenantId, (tx) =>
      tx.flowRunStep.findMany({ where: { tenantId, runId }, orderBy: { seq: 'asc' } }),
    );
  const reaches = async (status: string) => {
    await eventually(async () => {
      const { status: now, failure } = await row();
      if (now !== status) throw new Error(`the run is ${now}: ${JSON.stringify(failure)}`);
    });
    return row();
  };
  const standsAt = async (...nodes: string[]) => {
    await eventually(async () => {
      const standing = (await row()).standing as { node: string; effect: string | null }[];
      const found = standing.filter(({ effect }) => effect !== null).map(({ node }) => node);
      expect(found.sort()).toEqual([...nodes].sort());
    });
  };
  const cancel = () => deps.workflows.cancelFlowRun({ tenantId, runId }, { userId: null });
  return { runId, began, row, trace, reaches, standsAt, cancel };
}

/** The way a run went: nodes with the handles they left by. */
export function wayOf(trace: { nodeId: string; handle: string | null; status: string }[]): string[] {
  return trace.map(({ nodeId, handle, status }) => `${nodeId}.${handle ?? status}`);
}
