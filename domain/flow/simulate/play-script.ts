import type { CompiledFlow } from '../runtime/compiled';
import type { FlowTools } from '../runtime/tools';
import type { FlowObject } from '../runtime/value';
import { LISTENING } from './canned';
import { beginSimulation, feedSimulation } from './simulate';
import {
  AI_KINDS,
  type Pending,
  type SimulatedEvent,
  type SimulatedWorld,
  type Simulation,
  type SimulationStart,
} from './simulation';

export interface Script {
  start: SimulationStart;
  events: readonly SimulatedEvent[];
  /** Time that may pass (ms). */
  advanceMs: number;
}

/**
 * A whole conversation at once. `advanceMs` is time that may pass: it is used where a message comes and nobody listens
 * yet, and what is left of it after the last message.
 */
export function playScript(
  flow: CompiledFlow,
  script: Script,
  tools: FlowTools,
  world: SimulatedWorld = {},
): Simulation {
  const play = scenes(flow, script, tools, world);
  let scene = play.next();
  while (scene.done !== true) scene = play.next(scene.value);
  return scene.value;
}

/** Kinds that wait for whoever plays to work them out: they touch nothing. The AI's only when it is to be real. */
export const REAL_KINDS: ReadonlySet<string> = new Set<string>(['transform', ...AI_KINDS]);

/** Whom a trial is about and what was said in it, for a model that is asked. */
export interface TrialTalk {
  contact: FlowObject;
  said: { from: 'flow' | 'customer'; text: string }[];
}

/** What a pending node of REAL_KINDS comes to. */
export type WorkOut = (
  pending: Pick<Pending, 'nodeId' | 'kind' | 'settings'>,
  talk: TrialTalk,
) => Promise<Extract<SimulatedEvent, { type: 'outcome' | 'failure' }>>;

/** The same, with somebody who works out what only needs time and memory. */
export async function playScriptWith(
  workOut: WorkOut,
  flow: CompiledFlow,
  script: Script,
  tools: FlowTools,
  world: SimulatedWorld = {},
): Promise<Simulation> {
  const play = scenes(flow, script, tools, world);
  let scene = play.next();
  while (scene.done !== true) {
    let sim = scene.value;
    for (let next = realOf(sim); next !== undefined; next = realOf(sim)) {
      sim = feedSimulation(flow, sim, await workOut(next, talkOf(sim)), tools, world);
    }
    scene = play.next(sim);
  }
  return scene.value;
}

export function realOf({ pending }: Simulation): Pending | undefined {
  return pending.find(({ kind }) => REAL_KINDS.has(kind));
}

/** What a model that is asked now may know. */
export function talkOf({ run, chat }: Simulation): TrialTalk {
  return { contact: run?.scope.contato ?? {}, said: chat.map(({ from, text }) => ({ from, text })) };
}

/** The simulation after each event; whoever plays may change it before the next. */
function* scenes(
  flow: CompiledFlow,
  script: Script,
  tools: FlowTools,
  world: SimulatedWorld,
): Generator<Simulation, Simulation, Simulation> {
  const [first, ...rest] = script.events;
  const opens = first?.type === 'say' || first?.type === 'tap';
  let sim = yield beginSimulation(flow, script.start, opens ? first : undefined, tools, world);
  let left = script.advanceMs;
  for (const event of opens ? rest : script.events) {
    if (event.type === 'say' || event.type === 'tap') {
      for (let until = nextTimer(sim); until !== null && until - sim.at <= left; until = nextTimer(sim)) {
        const ms = Math.max(0, until - sim.at);
        left -= ms;
        sim = yield feedSimulation(flow, sim, { type: 'advance', ms }, tools, world);
      }
    }
    sim = yield feedSimulation(flow, sim, event, tools, world);
  }
  if (left > 0) sim = yield feedSimulation(flow, sim, { type: 'advance', ms: left }, tools, world);
  return sim;
}

/** When something happens by itself, while nobody listens; null: somebody does, or nothing will. */
function nextTimer({ pending }: Simulation): number | null {
  if (pending.some(({ kind }) => LISTENING.has(kind))) return null;
  const times = pending.flatMap(({ until }) => (until === null ? [] : [until]));
  return times.length === 0 ? null : Math.min(...times);
}
