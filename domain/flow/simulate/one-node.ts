import { compileDraft } from '../compile';
import type { FlowDocument } from '../document';
import { type CompiledFlow, undrawnNode } from '../runtime/compiled';
import { type FlowState, type Leaving, newThread, startFlow } from '../runtime/state';
import { type FlowEffect, type FlowInput, type FlowStep, stepFlow } from '../runtime/step';
import type { FlowTools } from '../runtime/tools';
import { type FlowObject, asText } from '../runtime/value';
import { type CannedMessage, cannedOutcome, saidByAi } from './canned';
import { REAL_KINDS, type WorkOut } from './play-script';
import { type SimulatedWorld, objectOf, stamp } from './simulation';

/** What came of one node. */
export interface OneNode {
  kind: string;
  /** Settings, filled in; null for nodes that only decide. */
  input: FlowObject | null;
  output: FlowObject;
  /** What it has set of the run's variables. */
  variables: FlowObject;
  /** What the customer would get. */
  says: CannedMessage[];
  /** The way it leaves by; null while it waits, and where it ends or fails. */
  handle: string | null;
  error: { type: string; message: string } | null;
  waits: boolean;
}

export interface OneNodeTools {
  tools: FlowTools;
  /** IANA. */
  zone: string;
  /** Unix ms. */
  at: number;
  world: SimulatedWorld;
  /** Works out what is worked out for real. */
  workOut: WorkOut;
}

/** Where every body of the node ends at once. No drawn node is called so. */
const NOWHERE_ID = ':nowhere';
const NOWHERE = undrawnNode('placeholder');

/**
 * One node alone on the real interpreter, wired or not. Effects are canned, as in a simulation; bodies of a for-each or
 * a parallel are gone through without doing anything.
 *
 * @param sees what the node finds, by the roots of docs/flows.md; `item`, `indice` and `erro` too
 * @returns undefined when the drawing has no such node, or it is a trigger
 */
export async function runOneNode(
  document: FlowDocument,
  nodeId: string,
  sees: FlowObject,
  { tools, zone, at, world, workOut }: OneNodeTools,
): Promise<OneNode | undefined> {
  const flow = alone(compileDraft(document, [nodeId]), nodeId);
  const node = flow?.nodes[nodeId];
  if (!flow || !node) return undefined;
  const step = (state: FlowState, input: FlowInput): FlowStep => stepFlow(flow, state, input, tools);
  const start = standing(flow, nodeId, sees, zone);
  let now = step(start, { type: 'advance', at });
  const kind = document.nodes.find(({ id }) => id === nodeId)?.kind ?? node.kind;
  const nothing = { input: null, output: {}, variables: {}, says: [], handle: null, error: null };
  const here: OneNode = { kind, ...nothing, waits: false };
  while (now.effect === null && leavingOf(now, nodeId) === undefined && now.state.status === 'running') {
    now = step(now.state, { type: 'advance', at });
  }
  const { effect } = now;
  if (effect?.type === 'wait') return { ...here, output: { ate: stamp(effect.until) }, waits: true };
  if (effect?.type !== 'act') return { ...here, ...decided(start, now, nodeId) };
  const talk = { contact: objectOf(sees.contato), said: [] };
  const news = await newsOf(effect, world, (pending) => workOut(pending, talk));
  const acted = { ...here, input: effect.settings, says: news.says };
  if (news.of === undefined) return { ...acted, output: news.output, waits: true };
  const after = step(now.state, { ...news.of, effect: effect.id, at });
  return { ...acted, ...decided(start, after, nodeId) };
}

/** The node with nothing around it. What it leaves by is seen without anything being there. */
function alone(flow: CompiledFlow, nodeId: string): CompiledFlow | undefined {
  const isTrigger = flow.triggers.some((trigger) => trigger.node === nodeId);
  const node = Object.hasOwn(flow.nodes, nodeId) && !isTrigger ? flow.nodes[nodeId] : undefined;
  if (!node) return undefined;
  const kept = [...node.bodies, ...(Object.hasOwn(node.next, 'error') ? ['error'] : [])];
  const next = Object.fromEntries(kept.map((handle): [string, string] => [handle, NOWHERE_ID]));
  return {
    ...flow,
    triggers: [{ node: 'here', kind: 'manual', settings: {}, to: nodeId }],
    nodes: Object.fromEntries([
      [nodeId, { ...node, next }],
      [NOWHERE_ID, NOWHERE],
    ]),
  };
}

function standing(flow: CompiledFlow, nodeId: string, sees: FlowObject, zone: string): FlowState {
  const given = (name: string) => objectOf(sees[name]);
  const start = startFlow(flow, {
    trigger: 'here',
    seed: 'one-node',
    zone,
    gatilho: given('gatilho'),
    contato: given('contato'),
    conversa: given('conversa'),
    empresa: given('empresa'),
    variaveis: given('variaveis'),
  });
  const { tipo, mensagem, bloco } = given('erro');
  const thread = {
    ...newThread(0, nodeId, null),
    item: sees.item ?? null,
    index: typeof sees.indice === 'number' ? sees.indice : null,
    error: tipo === undefined ? null : { type: asText(tipo), message: asText(mensagem), node: asText(bloco) },
  };
  return { ...start, threads: [thread], scope: { ...start.scope, blocos: given('blocos') } };
}

interface News {
  says: CannedMessage[];
  output: FlowObject;
  /** Undefined: it waits. */
  of?:
    | { type: 'result'; handle: string; output: FlowObject }
    | { type: 'error'; error: { type: string; message: string } };
}

async function newsOf(
  act: Extract<FlowEffect, { type: 'act' }>,
  world: SimulatedWorld,
  workOut: (pending: Parameters<WorkOut>[0]) => ReturnType<WorkOut>,
): Promise<News> {
  const canned = cannedOutcome(act, world);
  if ('error' in canned) return { says: [], output: {}, of: { type: 'error', error: canned.error } };
  const { output, says } = canned;
  if ('handle' in canned) return { says, output, of: { type: 'result', handle: canned.handle, output } };
  if (!REAL_KINDS.has(act.kind)) return { says, output };
  const event = await workOut({ nodeId: act.node, kind: act.kind, settings: act.settings });
  if (event.type === 'failure') return { says, output, of: { type: 'error', error: event.error } };
  const { handle, output: given = {} } = event;
  return {
    says: saidByAi(act.kind, act.settings, handle, given),
    output: given,
    of: { type: 'result', handle, output: given },
  };
}

function decided(
  before: FlowState,
  after: FlowStep,
  nodeId: string,
): Pick<OneNode, 'output' | 'variables' | 'handle' | 'error'> {
  const { state } = after;
  const leaving = leavingOf(after, nodeId);
  const failure = state.failure ?? leaving?.error ?? null;
  const set = Object.entries(state.scope.variaveis).filter(
    ([name, value]) => before.scope.variaveis[name] !== value,
  );
  return {
    output: leaving === undefined ? (state.result?.outputs ?? {}) : objectOf(leaving.output),
    variables: Object.fromEntries(set),
    handle: leaving?.handle ?? null,
    error: failure && { type: failure.type, message: failure.message },
  };
}

function leavingOf({ left }: FlowStep, nodeId: string): Leaving | undefined {
  return left.find(({ node }) => node === nodeId);
}
