import * as z from 'zod';
import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import type { FlowState } from '../../domain/flow/runtime/state';
import type { Deps } from '../deps';
import { beginRun } from './begin-run';
import { compiledVersion } from './compiled-version';
import { pauseFailing } from './pause-failing';
import type { FlowMemory, FlowNews, FlowTurn, FlowTurnInput } from './run-types';
import { placeFlowOrder } from './place-order';
import { RunWorld } from './run-world';
import { type TakenTurn, takeTurn } from './take-turn';
import { kept } from './trace';

const savedSchema = z.object({ flowId: z.string(), failed: z.number() }).nullable();

type AdvanceDeps = Pick<Deps, 'db' | 'env' | 'workflows' | 'live' | 'log' | 'mailer' | 'secrets'>;

/**
 * One turn of a run: hears the news, goes on until every walker waits or the run is over, writes what people see of it in
 * one statement, and tells whoever waits for its end. Words of tenants are evaluated here and not in the workflow, which
 * only remembers. Safe to repeat: everything it does is known by run and effect.
 *
 * @returns null when the run or its version is gone
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function advanceRun(deps: AdvanceDeps, input: FlowTurnInput): Promise<FlowTurn | null> {
  const found = await recall(deps, input);
  if (found === undefined) return null;
  const { flow, memory } = found;
  const { news, at } = input;
  const world = new RunWorld(deps, memory);
  const taken = await takeTurn({ flow, world, memory, news, at });
  const saved = await save(deps, taken, at);
  const { facts, state } = taken.memory;
  const { tenantId, runId, flowId } = facts;
  deps.live.publish(tenantId, { type: 'flowRun', flowId, runId });
  if (taken.over) {
    await closeConversation(deps, taken);
    await tellParent(deps, taken.memory);
  }
  if (state.status === 'failed' && saved !== null) {
    await pauseFailing(deps, { tenantId, flowId, runId, failedLately: saved.failed });
  }
  const { duties, dropped, over } = taken;
  return { memory: taken.memory, duties, dropped, over };
}

async function recall(
  deps: AdvanceDeps,
  { tenantId, runId, memory, news }: FlowTurnInput,
): Promise<{ memory: FlowMemory; flow: CompiledFlow } | undefined> {
  if (memory === null) return beginRun(deps, { tenantId, runId });
  const flow = await compiledVersion(deps, tenantId, memory.versionId);
  if (flow === undefined) return undefined;
  return (await moved(deps, { flow, memory, news })) ?? { flow, memory };
}

/** The version that the run was told to go on in, if every walker finds its place there. */
async function moved(
  deps: AdvanceDeps,
  { flow, memory, news }: { flow: CompiledFlow; memory: FlowMemory; news: FlowNews[] },
): Promise<{ memory: FlowMemory; flow: CompiledFlow } | undefined> {
  const move = news.findLast((each) => each.type === 'move');
  if (move === undefined || move.versionId === memory.versionId) return undefined;
  const other = await compiledVersion(deps, memory.facts.tenantId, move.versionId);
  if (other === undefined || !hasPlaceFor(flow, other, memory.state)) return undefined;
  return { flow: other, memory: { ...memory, versionId: move.versionId } };
}

/** Every node where somebody stands, or whose end somebody waits for, is there and of the same kind. */
export function hasPlaceFor(flow: CompiledFlow, other: CompiledFlow, state: FlowState): boolean {
  const nodes = [
    ...state.threads.map(({ node }) => node),
    ...Object.values(state.frames).map(({ node }) => node),
  ];
  return nodes.every((id) => flow.nodes[id] !== undefined && flow.nodes[id].kind === other.nodes[id]?.kind);
}

async function save(
  deps: Pick<Deps, 'db'>,
  { memory, rows, beforeFailure }: TakenTurn,
  at: number,
): Promise<z.infer<typeof savedSchema>> {
  const { state, standing, turn, versionId, facts } = memory;
  const failed = state.status === 'failed';
  const row = {
    runId: facts.runId,
    turn,
    versionId,
    status: state.status === 'running' ? 'waiting' : state.status,
    standing,
    steps: state.steps,
    outputs: state.result === null ? null : kept({ status: state.result.status, ...state.result.outputs }),
    failure: state.failure,
    state: failed ? (beforeFailure ?? null) : null,
    endedAt: state.status === 'running' ? null : at,
    rows,
  };
  return savedSchema.parse(await deps.db.call('save_flow_turn', [facts.tenantId, JSON.stringify(row)]));
}

/** Only the conversation's workflow closes it: the run asks for it by an order, whose end nobody waits for. */
async function closeConversation(
  deps: Pick<Deps, 'db' | 'workflows'>,
  { memory: { facts, state }, rows }: TakenTurn,
): Promise<void> {
  const { tenantId, runId, conversationId } = facts;
  if (state.result?.resolveConversation !== true || conversationId === null) return;
  await placeFlowOrder(deps, {
    tenantId,
    runId,
    effect: 'end',
    conversationId,
    nodeId: rows.findLast(({ kind }) => kind === 'end')?.nodeId ?? 'end',
    order: { kind: 'end', settings: {}, handles: ['out'], timeoutSeconds: null },
  });
}

async function tellParent(deps: Pick<Deps, 'workflows'>, { facts, state }: FlowMemory): Promise<void> {
  const { parent, tenantId } = facts;
  if (parent === null) return;
  const result = state.result;
  await deps.workflows.flowOutcome(
    { tenantId, runId: parent.runId },
    {
      effect: parent.effect,
      outcome:
        result === null || result.status === 'failure'
          ? {
              error: {
                type: `subflow_${state.status === 'cancelled' ? 'cancelled' : 'failed'}`,
                message: state.failure?.message ?? '',
              },
            }
          : { handle: 'done', output: { saidas: result.outputs, execucao: facts.runId } },
    },
  );
}
