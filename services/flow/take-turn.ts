import type { FlowOutcome } from '../../domain/flow/order';
import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import { type FlowEffect, type FlowInput, stepFlow } from '../../domain/flow/runtime/step';
import type { FlowState } from '../../domain/flow/runtime/state';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { flowTools } from '../../domain/flow/expression/tools';
import type { RunWorld } from './run-world';
import type { Duty, FlowMemory, FlowNews, FlowTurn } from './run-types';
import { Trace, type TraceRow } from './trace';

/** Steps after which others of this process get their turn. */
const BREATHE_EVERY = 100;
const LATE_TIMER: FlowOutcome = { handle: 'out', output: null };

export interface TakenTurn extends FlowTurn {
  rows: TraceRow[];
  /** What the run was before it failed. */
  beforeFailure: FlowState | null;
}

/**
 * Goes on until every walker of a run waits for the world or the run is over: hears the news, walks, sees at once to what
 * needs only our own database, and says what is left to do. Safe to repeat: the same memory, news and moment walk the
 * same way, and what was written is written again.
 */
export async function takeTurn(input: {
  flow: CompiledFlow;
  world: Pick<RunWorld, 'toSay' | 'begin' | 'heard' | 'takeBack' | 'openTimeFrom'>;
  memory: FlowMemory;
  news: FlowNews[];
  at: number;
}): Promise<TakenTurn> {
  const { flow, world, memory, at } = input;
  const walk = new Walk(flow, memory);
  const duties = new Map<string, Duty>();
  const dropped: FlowTurn['dropped'] = [];

  for (const news of input.news) {
    if (news.type === 'cancel') walk.take({ type: 'cancel', at });
    if (news.type === 'outcome') {
      const place = walk.placeOf(news.effect);
      // Nobody waits for it any more, or it has been told before.
      if (place === undefined) continue;
      const heard = await world.heard(place, news.outcome, at);
      if ('duty' in heard) duties.set(place.effect, heard.duty);
      else walk.take(inputOf(place.effect, heard, at));
    }
  }
  for (let steps = 1; ; steps += 1) {
    if (steps % BREATHE_EVERY === 0) await new Promise((resume) => setImmediate(resume));
    const effect = walk.take({ type: 'advance', at });
    if (effect === null) continue;
    if (effect.type === 'drop') {
      for (const each of effect.effects) {
        const begun = duties.delete(each);
        await world.takeBack(each, walk.kinds.get(each) ?? '');
        if (!begun) dropped.push(each);
      }
    } else if (effect.type === 'wait') {
      const until = effect.businessHoursOnly ? await world.openTimeFrom(effect.until) : effect.until;
      walk.trace.waits(effect.id, { until });
      duties.set(effect.id, {
        effect: effect.id,
        node: effect.node,
        kind: 'wait',
        as: 'timer',
        until,
        late: LATE_TIMER,
      });
    } else if (effect.type === 'act') {
      const begun = await world.begin(effect, at);
      if ('outcome' in begun) walk.take(inputOf(effect.id, begun.outcome, at));
      else {
        duties.set(effect.id, begun.duty);
        walk.trace.waits(effect.id, {
          until: begun.duty.until,
          ...(begun.shown === undefined ? {} : { output: begun.shown }),
        });
      }
    } else break;
  }
  const { state, trace } = walk;
  return {
    memory: { ...memory, turn: memory.turn + 1, state, standing: trace.standing, toSay: world.toSay },
    duties: [...duties.values()],
    dropped,
    over: state.status !== 'running',
    rows: trace.list(),
    beforeFailure: walk.beforeFailure,
  };
}

function inputOf(effect: string, outcome: FlowOutcome, at: number): FlowInput {
  return 'error' in outcome
    ? { type: 'error', effect, error: outcome.error, at }
    : { type: 'result', effect, handle: outcome.handle, output: outcome.output, at };
}

/** A state that steps, and the trace it leaves. */
class Walk {
  state: FlowState;
  readonly trace: Trace;
  beforeFailure: FlowState | null = null;
  /** Kind of each effect that was waited for. */
  readonly kinds = new Map<string, string>();

  constructor(
    private readonly flow: CompiledFlow,
    memory: FlowMemory,
  ) {
    this.state = memory.state;
    this.trace = new Trace(flow, [...memory.standing]);
  }

  placeOf(effect: string): { effect: string; node: string; kind: string; settings: FlowObject } | undefined {
    const place = this.trace.standing.find((each) => each.effect === effect);
    if (place === undefined) return undefined;
    const { node, kind } = place;
    return { effect, node, kind, settings: this.flow.nodes[node]?.settings ?? {} };
  }

  take(input: FlowInput): FlowEffect | null {
    const before = this.state;
    for (const { effect, kind } of this.trace.standing) if (effect !== null) this.kinds.set(effect, kind);
    const step = stepFlow(this.flow, before, input, flowTools);
    this.trace.record(before, step, input);
    this.state = step.state;
    if (step.state.status === 'failed' && before.status === 'running') this.beforeFailure = before;
    return step.effect;
  }
}
