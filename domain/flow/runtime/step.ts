import type { CompiledFlow, CompiledNode } from './compiled';
import { LOGIC, type Visit, type Wish } from './logic';
import { fail, failRun, leave, stop } from './move';
import { type FlowState, type Leaving, RUN_LIMITS, copyState, placeOf, scopeOf } from './state';
import type { FlowTools } from './tools';
import { type FlowObject, type FlowValue, type Outcome, asText, ok, readPath, withPath } from './value';

/** What happened. `at` is now, in Unix ms: the only clock a run has. */
export type FlowInput =
  /** One thread that can go on goes through one node. */
  | { type: 'advance'; at: number }
  /** An effect came to its end, and the node leaves by this handle. */
  | { type: 'result'; effect: string; handle: string; output?: FlowValue; at: number }
  /** An effect failed for good. */
  | { type: 'error'; effect: string; error: { type: string; message: string }; at: number }
  | { type: 'cancel'; at: number };

/** What the world is to do. The answer to `act` and `wait` is a later `result` or `error` with its id. */
export type FlowEffect =
  | {
      type: 'act';
      id: string;
      node: string;
      kind: string;
      title: string;
      /** With every template filled in. */
      settings: FlowObject;
      handles: string[];
      timeoutSeconds: number | null;
      retries: number;
    }
  | { type: 'wait'; id: string; node: string; until: number; businessHoursOnly: boolean }
  /** Nobody waits for these any more. */
  | { type: 'drop'; effects: string[] }
  /** Every thread waits for one of these. */
  | { type: 'idle'; effects: string[] }
  | { type: 'ended'; result: NonNullable<FlowState['result']> }
  | { type: 'failed'; failure: NonNullable<FlowState['failure']> }
  | { type: 'cancelled' };

export interface FlowStep {
  state: FlowState;
  /** Null: something moved inside, and there may be more to do. */
  effect: FlowEffect | null;
  /** The node that was gone through, for whoever paints the run. */
  node: string | null;
  /** Who left which node by which way. */
  left: Leaving[];
}

type Move = Omit<FlowStep, 'left'>;

/**
 * One step of a run: at most one node, at most one effect. Pure and deterministic: the same flow, state, input and tools
 * give the same step, and the state that was given is not changed. News of an effect that nobody waits for changes
 * nothing, so that everything may be said twice. Never throws.
 */
export function stepFlow(
  flow: CompiledFlow,
  before: FlowState,
  input: FlowInput,
  tools: FlowTools,
): FlowStep {
  const move = moveOn(flow, before, input, tools);
  const { trail = [], ...state } = move.state;
  return { ...move, state: move.state === before ? before : state, left: trail };
}

function moveOn(flow: CompiledFlow, before: FlowState, input: FlowInput, tools: FlowTools): Move {
  if (input.type === 'advance') return advance(flow, before, input.at, tools);
  if (before.status !== 'running') return { state: before, effect: null, node: null };
  const state = copyState(before);
  if (input.type === 'cancel') {
    stop(state);
    state.status = 'cancelled';
    return { state, effect: null, node: null };
  }
  const thread = state.threads.find(
    ({ waits }) => waits !== null && 'effect' in waits && waits.effect === input.effect,
  );
  if (!thread) return { state: before, effect: null, node: null };
  const { node } = thread;
  state.sinceWait = 0;
  if (input.type === 'result') leave(flow, state, thread, input.handle, input.output ?? null);
  else fail(flow, state, thread, input.error);
  return { state, effect: null, node };
}

function advance(flow: CompiledFlow, before: FlowState, at: number, tools: FlowTools): Move {
  const state = copyState(before);
  if (state.drops.length > 0) {
    const effects = state.drops;
    state.drops = [];
    return { state, effect: { type: 'drop', effects }, node: null };
  }
  if (state.status !== 'running') return { state: before, effect: outcome(before), node: null };
  const thread = state.threads.find(({ waits }) => waits === null);
  if (!thread) return { state: before, effect: { type: 'idle', effects: waitedFor(before) }, node: null };

  const { node: id } = thread;
  const node = Object.hasOwn(flow.nodes, id) ? flow.nodes[id] : undefined;
  state.steps += 1;
  state.sinceWait += 1;
  thread.seen = (thread.seen ?? 0) + 1;
  if (state.steps > RUN_LIMITS.steps || state.sinceWait > RUN_LIMITS.stepsWithoutWait) {
    failRun(state, { type: 'too_many_steps', message: `${state.steps} steps`, node: id });
  } else if (!node) failRun(state, { type: 'unknown_node', message: id, node: id });
  else if (node.passes !== null) leave(flow, state, thread, node.passes);
  else return visit({ flow, state, thread, node, at, tools });
  return { state, effect: null, node: id };
}

function visit(where: Visit): Move {
  const { flow, state, thread, node, at } = where;
  const here = thread.node;
  const decide = Object.hasOwn(LOGIC, node.kind) ? LOGIC[node.kind] : undefined;
  const wish: Wish = decide ? decide(where) : { do: 'act' };
  if (!wish) return { state, effect: null, node: here };

  const id = `e${placeOf(thread)}`;
  if (wish.do === 'wait') {
    thread.waits = { effect: id };
    const businessHoursOnly = node.settings.businessHoursOnly === true;
    return {
      state,
      effect: { type: 'wait', id, node: here, until: wish.until, businessHoursOnly },
      node: here,
    };
  }
  const settings = wish.settings ? ok(wish.settings) : filledIn(where, at);
  if (!settings.ok) {
    fail(flow, state, thread, { type: settings.fault.code, message: settings.fault.detail });
    return { state, effect: null, node: here };
  }
  thread.waits = { effect: id };
  return { state, effect: act(node, here, id, { ...settings.value, ...wish.with }), node: here };
}

function act(node: CompiledNode, id: string, effect: string, settings: FlowObject): FlowEffect {
  return {
    type: 'act',
    id: effect,
    node: id,
    kind: node.kind,
    title: node.title,
    settings,
    handles: node.handles,
    timeoutSeconds: node.timeoutSeconds,
    retries: node.retries,
  };
}

function filledIn({ state, thread, node, tools }: Visit, at: number): Outcome<FlowObject> {
  if (node.templates.length === 0) return ok(node.settings);
  const scope = scopeOf(state, thread, at);
  let { settings } = node;
  for (const path of node.templates) {
    const source = readPath(node.settings, path);
    if (typeof source !== 'string' || source === '') continue;
    const rendered = tools.render(source, scope, state.zone);
    if (!rendered.ok) {
      const { code, detail } = rendered.fault;
      return { ok: false, fault: { code, detail: `${path.join('.')}: ${detail}` } };
    }
    settings = withPath(settings, path, asText(rendered.value));
  }
  return ok(settings);
}

function waitedFor({ threads }: FlowState): string[] {
  return threads.flatMap(({ waits }) => (waits && 'effect' in waits ? [waits.effect] : []));
}

function outcome(state: FlowState): FlowEffect {
  if (state.failure) return { type: 'failed', failure: state.failure };
  if (state.status === 'cancelled') return { type: 'cancelled' };
  return {
    type: 'ended',
    result: state.result ?? { status: 'success', outputs: {}, resolveConversation: false },
  };
}

/** Steps until every thread waits for the world or the run is over; what is to be done, in order. */
export function stepUntilIdle(
  flow: CompiledFlow,
  before: FlowState,
  at: number,
  tools: FlowTools,
): { state: FlowState; effects: FlowEffect[] } {
  const effects: FlowEffect[] = [];
  let state = before;
  // Every step but the last moves a thread or empties the drops: RUN_LIMITS end it.
  for (;;) {
    const step = stepFlow(flow, state, { type: 'advance', at }, tools);
    ({ state } = step);
    if (step.effect) effects.push(step.effect);
    if (step.effect && ['idle', 'ended', 'failed', 'cancelled'].includes(step.effect.type))
      return { state, effects };
  }
}
