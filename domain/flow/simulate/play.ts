import { type AskSettings, answerAsk, fold, pickOption } from '../answers';
import type { CompiledFlow } from '../runtime/compiled';
import type { FlowState } from '../runtime/state';
import { type FlowEffect, type FlowInput, stepFlow } from '../runtime/step';
import type { FlowTools } from '../runtime/tools';
import { type FlowObject, asText } from '../runtime/value';
import { type CannedMessage, LISTENING, cannedOutcome, optionsOf, saidByAi } from './canned';
import {
  type Pending,
  SIMULATION_LIMITS,
  type SimulatedEvent,
  type SimulatedStep,
  type SimulatedWorld,
  type Simulation,
  objectOf,
  stamp,
  wayTaken,
} from './simulation';

export const NOTHING = { text: '', media: undefined };

export function wordsOf(event: SimulatedEvent): { text: string; media: FlowObject | undefined } {
  if (event.type === 'tap') return { text: event.option, media: undefined };
  if (event.type !== 'say') return NOTHING;
  return { text: event.text === '' ? asText(event.media?.texto) : event.text, media: event.media };
}

/** One simulation under way; changes the (copied) state it is given. */
export class Play {
  constructor(
    private readonly flow: CompiledFlow,
    private readonly tools: FlowTools,
    private readonly world: SimulatedWorld,
    private readonly sim: Simulation,
  ) {}

  done(): Simulation {
    return this.sim;
  }

  fail(failure: NonNullable<Simulation['failure']>): Simulation {
    this.sim.status = 'failed';
    this.sim.failure = failure;
    this.sim.pending = [];
    return this.sim;
  }

  hear(event: SimulatedEvent): void {
    const { text, media } = wordsOf(event);
    if (this.sim.chat.length >= SIMULATION_LIMITS.visits * 2) return;
    this.sim.chat.push({
      from: 'customer',
      nodeId: null,
      text,
      options: [],
      media: media ?? null,
      at: stamp(this.sim.at),
    });
  }

  begin(
    run: FlowState,
    { nodeId, kind, output }: { nodeId: string; kind: string; output: FlowObject },
  ): void {
    this.sim.run = run;
    this.note(nodeId, kind, { output, handle: 'out' });
    this.settle();
  }

  listen(event: Extract<SimulatedEvent, { type: 'say' | 'tap' }>): void {
    this.hear(event);
    const pending = this.sim.pending.find(({ kind }) => LISTENING.has(kind));
    if (!pending) return;
    const said = wordsOf(event);
    const { kind, settings } = pending;
    if (kind === 'ask') {
      const chosen = event.type === 'tap' ? (askedOption(settings, event.option) ?? event.option) : said.text;
      const now = { at: this.sim.at, zone: this.sim.run?.zone ?? 'UTC' };
      const outcome = answerAsk(
        settings as unknown as AskSettings,
        pending.asked,
        { text: chosen, media: said.media },
        now,
        this.tools,
      );
      if ('again' in outcome) {
        pending.asked += 1;
        this.say(pending.nodeId, pending.step, [{ text: outcome.again }]);
      } else this.resolve(pending, outcome.handle, outcome.output);
    } else if (kind === 'wait_reply') {
      const type = event.type === 'tap' ? 'button' : asText(said.media?.tipo) || 'text';
      if (Array.isArray(settings.types) && !settings.types.includes(type)) return;
      const cancels = Array.isArray(settings.cancelWords) ? settings.cancelWords : [];
      const left = cancels.some((word) => fold(asText(word)) === fold(said.text));
      this.resolve(pending, left ? 'cancelled' : 'replied', { texto: said.text, midia: said.media ?? null });
    } else {
      const options = optionsOf(kind, settings);
      const byKey = event.type === 'tap' ? options.findIndex(({ key }) => key === event.option) : -1;
      const titles = options.map(({ title }) => title);
      const chosen = options[byKey >= 0 ? byKey : pickOption(titles, said.text)];
      if (chosen) this.resolve(pending, `option:${chosen.key}`, { texto: chosen.title, opcao: chosen.key });
      else this.resolve(pending, 'other_reply', { texto: said.text, opcao: '' });
    }
  }

  outcome({ nodeId, handle, output }: Extract<SimulatedEvent, { type: 'outcome' }>): void {
    const pending = this.sim.pending.find((each) => each.nodeId === nodeId);
    if (pending) this.resolve(pending, handle, output ?? {});
  }

  failure({ nodeId, error }: Extract<SimulatedEvent, { type: 'failure' }>): void {
    const { sim } = this;
    const pending = sim.pending.find((each) => each.nodeId === nodeId);
    if (!pending) return;
    sim.pending = sim.pending.filter(({ effect }) => effect !== pending.effect);
    const step = sim.steps[pending.step];
    if (step) sim.steps[pending.step] = { ...step, status: 'failed', error };
    this.tell({ type: 'error', effect: pending.effect, error, at: sim.at });
    this.settle();
  }

  advance(ms: number): void {
    const { sim } = this;
    const until = sim.at + Math.min(Math.max(0, ms), SIMULATION_LIMITS.advanceMs);
    for (;;) {
      const [next] = sim.pending
        .filter((each) => each.until !== null && each.until <= until)
        .sort((a, b) => (a.until ?? 0) - (b.until ?? 0));
      if (!next) break;
      sim.at = Math.max(sim.at, next.until ?? sim.at);
      const handles = this.flow.nodes[next.nodeId]?.handles ?? [];
      const timed = handles.find((handle) => handle === 'timed_out' || handle === 'nobody') ?? 'out';
      this.resolve(next, timed, {});
    }
    sim.at = until;
  }

  private resolve(pending: Pending, handle: string, output: FlowObject): void {
    const { sim } = this;
    sim.pending = sim.pending.filter(({ effect }) => effect !== pending.effect);
    const step = sim.steps[pending.step];
    if (step) {
      sim.steps[pending.step] = { ...step, status: 'done', handle, output: { ...step.output, ...output } };
    }
    const { nodeId, kind, settings } = pending;
    this.say(nodeId, pending.step, saidByAi(kind, settings, handle, output));
    this.tell({ type: 'result', effect: pending.effect, handle, output, at: sim.at });
    this.settle();
  }

  private tell(input: FlowInput): void {
    if (this.sim.run) this.sim.run = stepFlow(this.flow, this.sim.run, input, this.tools).state;
  }

  /** Goes on until everything waits or is over. */
  private settle(): void {
    const { sim } = this;
    while (sim.run && sim.status !== 'failed') {
      if (sim.steps.length > SIMULATION_LIMITS.visits) {
        this.fail({
          type: 'too_many_steps',
          message: String(sim.steps.length),
          node: sim.steps.at(-1)?.nodeId ?? '',
        });
        return;
      }
      const before = sim.run;
      const step = stepFlow(this.flow, before, { type: 'advance', at: sim.at }, this.tools);
      sim.run = step.state;
      if (step.node !== null && step.effect === null) this.noteLogic(before, step.state, step.node);
      if (step.effect && this.carryOut(step.effect)) return;
    }
  }

  /** True: nothing moves any more. */
  private carryOut(effect: FlowEffect): boolean {
    const { sim } = this;
    switch (effect.type) {
      case 'act': {
        const canned = cannedOutcome(effect, this.world);
        const status = 'error' in canned ? 'failed' : 'waits' in canned ? 'waiting' : 'done';
        const index = this.note(effect.node, effect.kind, {
          input: effect.settings,
          status,
          output: 'error' in canned ? {} : canned.output,
          handle: 'handle' in canned ? canned.handle : null,
          error: 'error' in canned ? canned.error : null,
        });
        if ('error' in canned) {
          this.tell({ type: 'error', effect: effect.id, error: canned.error, at: sim.at });
          return false;
        }
        this.say(effect.node, index, canned.says);
        if ('waits' in canned) {
          const { seconds } = canned.waits;
          this.wait(effect, effect.settings, seconds === null ? null : sim.at + seconds * 1000, index);
        } else {
          const { handle, output } = canned;
          this.tell({ type: 'result', effect: effect.id, handle, output, at: sim.at });
        }
        return false;
      }
      case 'wait': {
        const index = this.note(effect.node, 'wait', {
          status: 'waiting',
          output: { ate: stamp(effect.until) },
        });
        this.wait({ ...effect, kind: 'wait' }, {}, effect.until, index);
        return false;
      }
      case 'drop':
        for (const { effect: id, step } of sim.pending) {
          const dropped = sim.steps[step];
          if (effect.effects.includes(id) && dropped) sim.steps[step] = { ...dropped, status: 'dropped' };
        }
        sim.pending = sim.pending.filter(({ effect: id }) => !effect.effects.includes(id));
        return false;
      case 'idle':
        sim.status = 'waiting';
        return true;
      case 'failed':
        this.fail(effect.failure);
        return true;
      case 'ended':
      case 'cancelled':
        sim.status = 'ended';
        sim.pending = [];
        return true;
    }
  }

  private wait(
    { id, node, kind }: { id: string; node: string; kind: string },
    settings: FlowObject,
    until: number | null,
    step: number,
  ): void {
    this.sim.pending.push({ effect: id, nodeId: node, kind, settings, until, asked: 1, step });
  }

  private say(nodeId: string, index: number, messages: readonly CannedMessage[]): void {
    if (messages.length === 0) return;
    const step = this.sim.steps[index];
    const said = messages.map(({ text, options, media }): FlowObject | string =>
      options === undefined && media === undefined
        ? text
        : { text, ...(options && options.length > 0 && { options }), ...(media && { media }) },
    );
    if (step) {
      const earlier = Array.isArray(step.output.messages) ? step.output.messages : [];
      this.sim.steps[index] = { ...step, output: { ...step.output, messages: [...earlier, ...said] } };
    }
    for (const { text, options = [], media = null } of messages) {
      this.sim.chat.push({ from: 'flow', nodeId, text, options, media, at: stamp(this.sim.at) });
    }
  }

  private noteLogic(before: FlowState, after: FlowState, nodeId: string): void {
    const node = this.flow.nodes[nodeId];
    const walker = before.threads.find(({ waits }) => waits === null);
    const now = after.threads.find(({ id }) => id === walker?.id);
    const failed =
      after.failure?.node === nodeId ? after.failure : now?.error?.node === nodeId ? now.error : null;
    const ended = node?.kind === 'end' ? after.result?.outputs : undefined;
    this.note(nodeId, node?.kind ?? 'unknown', {
      status: failed ? 'failed' : 'done',
      output: ended ?? objectOf(after.scope.blocos[nodeId]),
      handle: now && now.waits === null ? wayTaken(this.flow, nodeId, now.node) : null,
      error: failed && { type: failed.type, message: failed.message },
    });
  }

  private note(nodeId: string, type: string, more: Partial<SimulatedStep>): number {
    return (
      this.sim.steps.push({
        nodeId,
        type,
        status: 'done',
        at: stamp(this.sim.at),
        input: null,
        output: {},
        handle: null,
        error: null,
        ...more,
      }) - 1
    );
  }
}

function askedOption(settings: FlowObject, option: string): string | undefined {
  const choices = Array.isArray(settings.choices) ? settings.choices.map(asText) : [];
  return choices.find((choice) => choice === option) ?? choices[Number(option) - 1];
}
