import type { CompiledFlow } from '../../../../../domain/flow/runtime/compiled';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';
import type { FlowTools } from '../../../../../domain/flow/runtime/tools';
import { beginSimulation, feedSimulation } from '../../../../../domain/flow/simulate/simulate';
import {
  type SimulatedEvent,
  type SimulatedMock,
  type SimulatedStep,
  type SimulatedWorld,
  type Simulation,
  type TrialAi,
  isAiKind,
} from '../../../../../domain/flow/simulate/simulation';
import { pausedBefore, withPauses } from './pauses';

/** One try of a drawing. Nothing of it leaves the browser. */
export interface SimulatorState {
  contact: { nome: string; telefone: string };
  /** What AI and other systems answer, by node. */
  mocks: Record<string, SimulatedMock>;
  /** Nodes to stand still before. */
  pauses: string[];
  open: boolean;
  /** Made-up words, or the model's own. */
  ai: TrialAi;
  /** Null before the first event. */
  sim: Simulation | null;
}

export type SimulatorAction =
  | SimulatedEvent
  /** For what no message begins. */
  | { type: 'begin'; trigger: string }
  | { type: 'restart' }
  | { type: 'contact'; contact: SimulatorState['contact'] }
  | { type: 'mock'; nodeId: string; mock: SimulatedMock | undefined }
  | { type: 'pause'; nodeId: string; on: boolean }
  | { type: 'open'; open: boolean }
  | { type: 'ai'; ai: TrialAi }
  /** Past the node that it stands before. */
  | { type: 'goOn' };

export interface SimulatorTools {
  flow: CompiledFlow;
  tools: FlowTools;
  zone: string;
  /** When a new try begins, in Unix ms; the try's own clock goes on from there. */
  now: number;
}

export const FIRST_STATE: SimulatorState = {
  contact: { nome: 'Ana Souza', telefone: '5511987654321' },
  mocks: {},
  pauses: [],
  open: true,
  ai: 'canned',
  sim: null,
};

/** Pure: the same state, action and tools give the same next state. */
export function simulatorStep(
  state: SimulatorState,
  action: SimulatorAction,
  { flow, tools, zone, now }: SimulatorTools,
): SimulatorState {
  const paused = withPauses(flow, state.pauses);
  const world = worldOf(state, flow);
  const begin = (first: SimulatedEvent | undefined, trigger?: string) =>
    beginSimulation(paused, { zone, at: now, contact: state.contact, trigger }, first, tools, world);
  const feed = (sim: Simulation, event: SimulatedEvent) => feedSimulation(paused, sim, event, tools, world);
  switch (action.type) {
    case 'say':
    case 'tap':
      return { ...state, sim: state.sim === null ? begin(action) : feed(state.sim, action) };
    case 'advance':
    case 'outcome':
    case 'failure':
      return state.sim === null ? state : { ...state, sim: feed(state.sim, action) };
    case 'begin':
      return { ...state, sim: begin(undefined, action.trigger) };
    case 'goOn': {
      const standing = state.sim?.pending.find(({ nodeId }) => pausedBefore(nodeId) !== undefined);
      if (state.sim === null || standing === undefined) return state;
      const event = { type: 'outcome', nodeId: standing.nodeId, handle: 'out' } as const;
      return { ...state, sim: feed(state.sim, event) };
    }
    case 'restart':
      return { ...state, sim: null };
    case 'contact':
      return { ...state, contact: action.contact };
    case 'open':
      return { ...state, open: action.open };
    case 'ai':
      return { ...state, ai: action.ai };
    case 'mock': {
      const { [action.nodeId]: _, ...others } = state.mocks;
      return {
        ...state,
        mocks: action.mock === undefined ? others : { ...others, [action.nodeId]: action.mock },
      };
    }
    case 'pause': {
      const others = state.pauses.filter((id) => id !== action.nodeId);
      return { ...state, pauses: action.on ? [...others, action.nodeId] : others };
    }
  }
}

/** What stands in for the world: what was written for the AI counts only while it is canned. */
export function worldOf(
  { mocks, open, ai }: SimulatorState,
  flow: Pick<CompiledFlow, 'nodes'>,
): SimulatedWorld {
  const isWritten = (id: string) => ai === 'canned' || !isAiKind(flow.nodes[id]?.kind ?? '');
  return { mocks: Object.fromEntries(Object.entries(mocks).filter(([id]) => isWritten(id))), open, ai };
}

/** What it went through, without the places of pauses. */
export function traceOf(sim: Simulation | null): SimulatedStep[] {
  return (sim?.steps ?? []).filter(({ nodeId }) => pausedBefore(nodeId) === undefined);
}

/** The node it stands before. */
export function pausedAt(sim: Simulation | null): string | undefined {
  for (const { nodeId } of sim?.pending ?? []) {
    const before = pausedBefore(nodeId);
    if (before !== undefined) return before;
  }
  return undefined;
}

/** What the node to be tried alone sees: what the last try had come to, or a contact and nothing else. */
export function inputsOf(state: SimulatorState): FlowObject {
  const scope = state.sim?.run?.scope;
  return {
    contato: scope?.contato ?? state.contact,
    conversa: scope?.conversa ?? {},
    empresa: scope?.empresa ?? {},
    gatilho: scope?.gatilho ?? {},
    variaveis: scope?.variaveis ?? {},
    blocos: scope?.blocos ?? {},
  };
}
