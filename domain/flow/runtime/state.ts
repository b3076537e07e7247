import type { CompiledFlow } from './compiled';
import type { FlowObject, FlowValue } from './value';

/** What a run may use up. Passing one fails the run; nothing hangs. */
export const RUN_LIMITS = {
  /** Nodes gone through between two things that were waited for, and in all. */
  stepsWithoutWait: 5000,
  steps: 20_000,
  threads: 25,
  /** Bodies inside bodies. */
  frames: 5,
  /** Characters of JSON: what one node gives, and what the run carries. */
  output: 64_000,
  scope: 400_000,
  warnings: 50,
} as const;

export interface RunError {
  type: string;
  message: string;
  node: string;
}

/** One walker through the drawing. */
export interface Thread {
  id: number;
  node: string;
  frame: string | null;
  /** Stands still: for an effect's outcome, or for the end of a frame. */
  waits: { effect: string } | { frame: string } | null;
  error: RunError | null;
  /** What the last node gave: the result of an item. */
  last: FlowValue;
  item: FlowValue;
  index: number | null;
  /** Whose walker it is, from the run's first: the same in whatever order walkers have moved. */
  walk?: string;
  /** Nodes it has come to. */
  seen?: number;
}

/** A for-each or parallel under way. */
export type Frame =
  | {
      kind: 'each';
      node: string;
      handle: string;
      owner: number;
      items: FlowValue[];
      next: number;
      open: number;
      atOnce: number;
      onError: 'stop' | 'skip' | 'collect';
      results: FlowValue[];
      failures: FlowValue[];
    }
  | {
      kind: 'parallel';
      node: string;
      owner: number;
      open: number;
      /** How many must end. */
      wanted: number;
      onError: 'fail' | 'collect';
      ended: FlowValue[];
      failures: FlowValue[];
      /** Branch of each thread. */
      branches: Record<string, string>;
    };

/** How a walker left a node: for whoever paints the run. */
export interface Leaving {
  thread: number;
  node: string;
  /** Null: the run ends here. */
  handle: string | null;
  output: FlowValue;
  error: RunError | null;
}

/** All that a run is, between two steps. JSON. */
export interface FlowState {
  version: 1;
  status: 'running' | 'ended' | 'failed' | 'cancelled';
  /** Names the run; splits that are not by contact follow it. */
  seed: string;
  zone: string;
  steps: number;
  sinceWait: number;
  threads: Thread[];
  frames: Record<string, Frame>;
  nextId: number;
  /** Times each loop went back. */
  loops: Record<string, number>;
  scope: {
    contato: FlowObject;
    conversa: FlowObject;
    empresa: FlowObject;
    gatilho: FlowObject;
    variaveis: FlowObject;
    blocos: FlowObject;
  };
  /** Effects that nobody waits for any more. */
  drops: string[];
  warnings: { node: string; code: string; detail: string }[];
  /** Within one step only. */
  trail?: Leaving[];
  result: { status: 'success' | 'failure'; outputs: FlowObject; resolveConversation: boolean } | null;
  failure: RunError | null;
}

export interface FlowStart {
  /** Which trigger fired, by node. */
  trigger: string;
  /** The way it leaves the trigger by: `out`, unless told. */
  handle?: string;
  seed: string;
  zone: string;
  gatilho: FlowObject;
  contato: FlowObject;
  conversa: FlowObject;
  empresa: FlowObject;
  /** Inputs of a sub-flow, by variable. */
  variaveis?: FlowObject;
}

/** The state before the first step. A trigger that is not there, or leads nowhere, is a run that has ended. */
export function startFlow(flow: CompiledFlow, start: FlowStart): FlowState {
  const fired = flow.triggers.find(({ node }) => node === start.trigger);
  const { handle = 'out' } = start;
  const first = (handle === 'out' ? fired?.to : fired?.ways?.[handle]) ?? null;
  const initial = flow.variables.map(({ name, initial }): [string, FlowValue] => [name, initial]);
  return {
    version: 1,
    status: first === null ? 'ended' : 'running',
    seed: start.seed,
    zone: start.zone,
    steps: 0,
    sinceWait: 0,
    threads: first === null ? [] : [newThread(0, first, null)],
    frames: {},
    nextId: 1,
    loops: {},
    scope: {
      contato: start.contato,
      conversa: start.conversa,
      empresa: start.empresa,
      gatilho: start.gatilho,
      variaveis: { ...Object.fromEntries(initial), ...start.variaveis },
      blocos: {},
    },
    drops: [],
    warnings: [],
    result: first === null ? { status: 'success', outputs: {}, resolveConversation: false } : null,
    failure: null,
  };
}

export function newThread(id: number, node: string, frame: string | null): Thread {
  const walk = String(id);
  return { id, node, frame, waits: null, error: null, last: null, item: null, index: null, walk, seen: 0 };
}

/**
 * Names the place of a walker in its own way. News may be heard in another order when a turn is taken again: what a
 * walker does must then have the name it had, or somebody else's would be taken for it.
 */
export function placeOf({ id, walk = String(id), seen = 0 }: Thread): string {
  return `${walk}.${seen}`;
}

/** A copy whose threads, frames and maps may be changed; values are shared and never changed. */
export function copyState(state: FlowState): FlowState {
  return {
    ...state,
    threads: state.threads.map((thread) => ({ ...thread })),
    frames: Object.fromEntries(Object.entries(state.frames).map(([id, frame]) => [id, copyFrame(frame)])),
    loops: { ...state.loops },
    scope: {
      ...state.scope,
      variaveis: { ...state.scope.variaveis },
      blocos: { ...state.scope.blocos },
    },
    drops: [...state.drops],
    warnings: [...state.warnings],
    trail: [],
  };
}

function copyFrame(frame: Frame): Frame {
  return frame.kind === 'each'
    ? { ...frame, results: [...frame.results], failures: [...frame.failures] }
    : { ...frame, ended: [...frame.ended], failures: [...frame.failures], branches: { ...frame.branches } };
}

/** What words of tenants see from this thread. `at`: Unix ms. */
export function scopeOf(state: FlowState, thread: Thread, at: number): FlowObject {
  const { error } = thread;
  return {
    ...state.scope,
    erro: error && { tipo: error.type, mensagem: error.message, bloco: error.node },
    item: thread.item,
    indice: thread.index,
    agora: new Date(at).toISOString(),
  };
}
