import type { CompiledFlow, CompiledNode } from './compiled';
import {
  type FlowState,
  type Frame,
  RUN_LIMITS,
  type RunError,
  type Thread,
  newThread,
  placeOf,
} from './state';
import { type FlowObject, type FlowValue, asText, isFlowObject, readPath, weigh } from './value';

/* How threads go on, end and fail. All of it changes the (copied) state it is given. */

/** Leaves the node by a handle, with what the node gave. */
export function leave(
  flow: CompiledFlow,
  state: FlowState,
  thread: Thread,
  handle: string,
  output: FlowValue = null,
): void {
  const node = flow.nodes[thread.node];
  if (!node) {
    failRun(state, { type: 'unknown_node', message: thread.node, node: thread.node });
    return;
  }
  if (!node.handles.includes(handle) && handle !== node.passes) {
    fail(flow, state, thread, { type: 'unknown_handle', message: handle });
    return;
  }
  if (output !== null) {
    if (weigh(output, RUN_LIMITS.output) > RUN_LIMITS.output) {
      fail(flow, state, thread, { type: 'output_too_large', message: thread.node });
      return;
    }
    keep(state, thread, node, output);
    if (weigh(state.scope, RUN_LIMITS.scope) > RUN_LIMITS.scope) {
      failRun(state, {
        type: 'data_too_large',
        message: 'the run carries too much',
        node: thread.node,
      });
      return;
    }
  }
  go(flow, state, thread, node, handle, { output });
}

function keep(state: FlowState, thread: Thread, node: CompiledNode, output: FlowValue): void {
  state.scope.blocos[thread.node] = output;
  thread.last = output;
  for (const [variable, from] of Object.entries(node.saves)) {
    const value = readPath(output, from.split('.'));
    if (value !== undefined) state.scope.variaveis[variable] = value;
  }
}

function go(
  flow: CompiledFlow,
  state: FlowState,
  thread: Thread,
  node: CompiledNode,
  handle: string,
  { output = null, error = null }: { output?: FlowValue; error?: RunError | null } = {},
): void {
  state.trail?.push({ thread: thread.id, node: thread.node, handle, output, error });
  const to = Object.hasOwn(node.next, handle) ? node.next[handle] : undefined;
  thread.waits = null;
  if (handle !== 'error') thread.error = null;
  if (to === undefined) endThread(flow, state, thread);
  else thread.node = to;
}

/** The node could not do its work: as its settings say, it stops the run, gives a default, or goes the other way. */
export function fail(
  flow: CompiledFlow,
  state: FlowState,
  thread: Thread,
  { type, message }: { type: string; message: string },
): void {
  const node = flow.nodes[thread.node];
  const error: RunError = { type, message: message.slice(0, 500), node: thread.node };
  const main = node?.handles.find((handle) => !node.bodies.includes(handle) && handle !== 'error');
  if (node?.onError.mode === 'default' && main !== undefined) {
    keep(state, thread, node, node.onError.value);
    go(flow, state, thread, node, main, { output: node.onError.value, error });
  } else if (node?.onError.mode === 'branch' && Object.hasOwn(node.next, 'error')) {
    thread.error = error;
    go(flow, state, thread, node, 'error', { error });
  } else {
    state.trail?.push({ thread: thread.id, node: thread.node, handle: null, output: null, error });
    if (thread.frame !== null) childFailed(flow, state, thread, thread.frame, error);
    else failRun(state, error);
  }
}

export function failRun(state: FlowState, failure: RunError): void {
  stop(state);
  state.status = 'failed';
  state.failure = failure;
}

export function endRun(state: FlowState, result: NonNullable<FlowState['result']>): void {
  stop(state);
  state.status = 'ended';
  state.result = result;
}

/** Nobody goes on; what was waited for is to be dropped. */
export function stop(state: FlowState): void {
  for (const thread of state.threads) dropOf(state, thread);
  state.threads = [];
  state.frames = {};
}

function dropOf(state: FlowState, { waits }: Thread): void {
  if (waits && 'effect' in waits) state.drops.push(waits.effect);
}

function endThread(flow: CompiledFlow, state: FlowState, thread: Thread): void {
  state.threads = state.threads.filter(({ id }) => id !== thread.id);
  if (thread.frame !== null) {
    childEnded(flow, state, thread, thread.frame);
    return;
  }
  if (state.threads.length === 0) {
    endRun(state, { status: 'success', outputs: {}, resolveConversation: false });
  }
}

/** Begins a for-each or parallel; the thread waits for it. False: there is no room. */
export function openFrame(flow: CompiledFlow, state: FlowState, thread: Thread, frame: Frame): boolean {
  if (depthOf(state, thread.frame) >= RUN_LIMITS.frames) return false;
  const id = `f${state.nextId}`;
  state.nextId += 1;
  state.frames[id] = frame;
  thread.waits = { frame: id };
  if (frame.kind === 'each') feed(flow, state, id, frame);
  return true;
}

/** A walker inside a frame, at the node a handle leads to. False: there are too many. */
export function openThread(
  flow: CompiledFlow,
  state: FlowState,
  frameId: string,
  handle: string,
  more: Partial<Thread> = {},
): Thread | undefined {
  const frame = state.frames[frameId];
  const to = frame && flow.nodes[frame.node]?.next[handle];
  if (frame === undefined || to === undefined || state.threads.length >= RUN_LIMITS.threads) return undefined;
  const owner = state.threads.find(({ id }) => id === frame.owner);
  const part = frame.kind === 'each' ? String(more.index ?? 0) : handle.slice(handle.indexOf(':') + 1);
  const walk = `${owner === undefined ? frame.owner : placeOf(owner)}.${part}`;
  const thread = { ...newThread(state.nextId, to, frameId), ...more, walk };
  state.nextId += 1;
  state.threads.push(thread);
  return thread;
}

function depthOf(state: FlowState, frameId: string | null): number {
  let depth = 0;
  for (let id = frameId; id !== null; depth += 1) {
    const owner = state.frames[id]?.owner;
    id = state.threads.find((thread) => thread.id === owner)?.frame ?? null;
  }
  return depth;
}

/** Gives items to walkers, as many at once as there may be; closes the frame when all are through. */
function feed(
  flow: CompiledFlow,
  state: FlowState,
  id: string,
  frame: Extract<Frame, { kind: 'each' }>,
): void {
  while (frame.open < frame.atOnce && frame.next < frame.items.length) {
    const index = frame.next;
    const item = frame.items[index] ?? null;
    // A walker that finds no room waits its turn, unless nobody else of this frame would come back for it.
    const thread = openThread(flow, state, id, frame.handle, { item, index });
    if (!thread) {
      if (frame.open === 0) failOwner(flow, state, id, { type: 'too_many_at_once', message: frame.node });
      return;
    }
    frame.next += 1;
    frame.open += 1;
  }
  if (frame.open === 0) {
    const output = { resultados: frame.results, falhas: frame.failures, total: frame.items.length };
    closeFrame(flow, state, id, 'done', output);
  }
}

function childEnded(flow: CompiledFlow, state: FlowState, thread: Thread, id: string): void {
  const frame = state.frames[id];
  if (!frame) return;
  frame.open -= 1;
  if (frame.kind === 'each') {
    frame.results.push(thread.last);
    feed(flow, state, id, frame);
    return;
  }
  frame.ended.push(frame.branches[String(thread.id)] ?? '');
  join(flow, state, id, frame);
}

function childFailed(
  flow: CompiledFlow,
  state: FlowState,
  thread: Thread,
  id: string,
  error: RunError,
): void {
  const frame = state.frames[id];
  if (!frame) {
    failRun(state, error);
    return;
  }
  if (frame.onError === 'stop' || frame.onError === 'fail') {
    failOwner(flow, state, id, error);
    return;
  }
  state.threads = state.threads.filter((each) => each.id !== thread.id);
  frame.open -= 1;
  const said: FlowObject = { tipo: error.type, mensagem: error.message, bloco: error.node };
  if (frame.kind === 'each') {
    if (frame.onError === 'collect') frame.failures.push({ ...said, item: thread.item });
    feed(flow, state, id, frame);
    return;
  }
  frame.failures.push({ ...said, caminho: frame.branches[String(thread.id)] ?? '' });
  join(flow, state, id, frame);
}

function join(
  flow: CompiledFlow,
  state: FlowState,
  id: string,
  frame: Extract<Frame, { kind: 'parallel' }>,
): void {
  if (frame.ended.length < frame.wanted && frame.open > 0) return;
  if (frame.ended.length === 0 && frame.failures.length > 0) {
    const [first] = frame.failures;
    const message = isFlowObject(first) ? asText(first.mensagem) : '';
    failOwner(flow, state, id, { type: 'all_branches_failed', message });
    return;
  }
  closeFrame(flow, state, id, 'joined', { terminados: frame.ended, falhas: frame.failures });
}

function closeFrame(
  flow: CompiledFlow,
  state: FlowState,
  id: string,
  handle: string,
  output: FlowObject,
): void {
  const owner = dismantle(state, id);
  if (owner) leave(flow, state, owner, handle, output);
}

function failOwner(
  flow: CompiledFlow,
  state: FlowState,
  id: string,
  error: { type: string; message: string; node?: string },
): void {
  const owner = dismantle(state, id);
  if (owner) fail(flow, state, owner, error);
}

/** Takes a frame away with everybody in it, and gives back who waited for it. */
function dismantle(state: FlowState, id: string): Thread | undefined {
  const gone = new Set([id]);
  for (let size = 0; size !== gone.size;) {
    size = gone.size;
    for (const [each, frame] of Object.entries(state.frames)) {
      const owner = state.threads.find((thread) => thread.id === frame.owner);
      if (owner?.frame !== null && owner?.frame !== undefined && gone.has(owner.frame)) gone.add(each);
    }
  }
  const owner = state.threads.find((thread) => thread.id === state.frames[id]?.owner);
  for (const thread of state.threads) {
    if (thread.frame !== null && gone.has(thread.frame)) dropOf(state, thread);
  }
  state.threads = state.threads.filter(({ frame }) => frame === null || !gone.has(frame));
  state.frames = Object.fromEntries(Object.entries(state.frames).filter(([each]) => !gone.has(each)));
  return owner;
}
