import type { CompiledFlow } from '../runtime/compiled';
import type { FlowTools } from '../runtime/tools';
import { LISTENING } from './canned';
import { beginSimulation, feedSimulation } from './simulate';
import type { SimulatedEvent, SimulatedWorld, Simulation, SimulationStart } from './simulation';

/**
 * A whole conversation at once. `advanceMs` is time that may pass: it is used where a message comes and nobody listens
 * yet, and what is left of it after the last message.
 */
export function playScript(
  flow: CompiledFlow,
  script: { start: SimulationStart; events: readonly SimulatedEvent[]; advanceMs: number },
  tools: FlowTools,
  world: SimulatedWorld = {},
): Simulation {
  const [first, ...rest] = script.events;
  const opens = first?.type === 'say' || first?.type === 'tap';
  let sim = beginSimulation(flow, script.start, opens ? first : undefined, tools, world);
  let left = script.advanceMs;
  const pass = (ms: number) => {
    left -= ms;
    sim = feedSimulation(flow, sim, { type: 'advance', ms }, tools, world);
  };
  for (const event of opens ? rest : script.events) {
    if (event.type === 'say' || event.type === 'tap') {
      for (let until = nextTimer(sim); until !== null && until - sim.at <= left; until = nextTimer(sim)) {
        pass(Math.max(0, until - sim.at));
      }
    }
    sim = feedSimulation(flow, sim, event, tools, world);
  }
  if (left > 0) pass(left);
  return sim;
}

/** When something happens by itself, while nobody listens; null: somebody does, or nothing will. */
function nextTimer({ pending }: Simulation): number | null {
  if (pending.some(({ kind }) => LISTENING.has(kind))) return null;
  const times = pending.flatMap(({ until }) => (until === null ? [] : [until]));
  return times.length === 0 ? null : Math.min(...times);
}
