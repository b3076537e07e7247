import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import { type FlowState, startFlow } from '../../domain/flow/runtime/state';
import { type FlowObject, isFlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import { compiledVersion } from './compiled-version';
import { giveAddresses } from './external-waits';
import type { FlowMemory } from './run-types';
import { readScope } from './run-scope';

/**
 * What a run's workflow begins with: its row, who it is about, where. One that goes on from where another failed begins
 * with that one's state.
 *
 * @returns undefined when the run or its version is gone
 */
export async function beginRun(
  deps: Pick<Deps, 'db' | 'env'>,
  { tenantId, runId }: { tenantId: string; runId: string },
): Promise<{ memory: FlowMemory; flow: CompiledFlow } | undefined> {
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowRun.findFirst({ where: { tenantId, id: runId } }),
  );
  if (row === null) return undefined;
  const flow = await compiledVersion(deps, tenantId, row.versionId);
  if (flow === undefined) return undefined;
  const { flowId, versionId, contactId, conversationId, parentRunId, parentEffect, depth } = row;
  const resumed = await stateBeforeFailure(deps, tenantId, row.resumes ? row.retryOfId : null);
  const addresses = await giveAddresses(deps, { tenantId, runId, flow });
  const payload = isFlowObject(row.payload) ? row.payload : {};
  const state = resumed ?? (await firstState(deps, { tenantId, row, flow, payload }));
  for (const [node, endereco] of Object.entries(addresses)) {
    // What a node that was gone through gave stays; a new run has new addresses all the same.
    const given = state.scope.blocos[node] ?? null;
    state.scope.blocos[node] = { ...(isFlowObject(given) ? given : {}), endereco };
  }
  return {
    flow,
    memory: {
      facts: {
        tenantId,
        runId,
        flowId,
        contactId,
        conversationId,
        parent:
          parentRunId === null || parentEffect === null ? null : { runId: parentRunId, effect: parentEffect },
        depth,
      },
      versionId,
      turn: 0,
      toSay: {},
      state,
      standing: [],
    },
  };
}

async function firstState(
  deps: Pick<Deps, 'db'>,
  input: {
    tenantId: string;
    row: {
      id: string;
      triggerKind: string;
      triggerNode: string;
      contactId: string | null;
      conversationId: string | null;
    };
    flow: CompiledFlow;
    payload: FlowObject;
  },
): Promise<FlowState> {
  const { row, flow, payload, tenantId } = input;
  const { contactId, conversationId } = row;
  const scope = await readScope(deps, { tenantId, contactId, conversationId });
  return startFlow(flow, {
    trigger: row.triggerNode,
    seed: row.id,
    gatilho: payload,
    ...scope,
    ...(row.triggerKind === 'subflow' ? { variaveis: payload } : {}),
    ...(row.triggerKind === 'inbound_webhook' && payload.contato === null ? { handle: 'no_contact' } : {}),
  });
}

/** Walkers that waited go through their nodes anew: what they waited for belonged to the run that failed. */
async function stateBeforeFailure(
  deps: Pick<Deps, 'db'>,
  tenantId: string,
  failedRunId: string | null,
): Promise<FlowState | undefined> {
  if (failedRunId === null) return undefined;
  const failed = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowRun.findFirst({ where: { tenantId, id: failedRunId }, select: { state: true } }),
  );
  if (failed === null || !isFlowObject(failed.state)) return undefined;
  const state = failed.state as unknown as FlowState;
  const threads = state.threads.map((thread) =>
    thread.waits && 'effect' in thread.waits ? { ...thread, waits: null } : thread,
  );
  return { ...state, status: 'running', sinceWait: 0, threads, drops: [], failure: null, result: null };
}
