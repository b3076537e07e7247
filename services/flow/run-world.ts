import { type FlowOrderBody, type FlowOutcome, isConversationKind } from '../../domain/flow/order';
import type { FlowEffect } from '../../domain/flow/runtime/step';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { isOpen, nextOpening, type OpeningHours } from '../../domain/hours/opening-hours';
import { readHours } from '../config/hours-schema';
import type { Deps } from '../deps';
import { answerWebhook } from './answer-webhook';
import { closeWait, openWait } from './external-waits';
import { placeFlowOrder } from './place-order';
import type { Duty, FlowMemory } from './run-types';
import { saveFields } from './save-fields';
import { beginSubflow, endSubflow } from './begin-subflow';
import { withdrawFlowOrders } from './withdraw-orders';

export type ActEffect = Extract<FlowEffect, { type: 'act' }>;

/** What came of beginning with an effect: its end, or what the run's workflow waits for. `shown` goes into the trace. */
export type Begun = { outcome: FlowOutcome } | { duty: Duty; shown?: FlowObject };

export type WorldDeps = Pick<Deps, 'db' | 'env' | 'workflows' | 'log'>;

/** Kinds that activities of their own carry out (activities/flow/call-node.ts). */
const CALLS = new Set([
  'http_request',
  'ai_generate',
  'ai_classify',
  'ai_extract',
  'send_email',
  'transform',
]);

/** A conversation that does not answer an order in time is waited for a little longer than it was asked to take (ms). */
const ORDER_GRACE_MS = 60_000;
const TIMED_OUT = { error: { type: 'timeout', message: 'It took longer than the block allows' } };
const NO_CONVERSATION: FlowOutcome = {
  error: { type: 'no_conversation', message: 'The run has no conversation to speak in' },
};

/**
 * What a turn of a run does in our own database and engine while it walks. All of it may be done twice: everything is
 * known by its run and effect.
 */
export class RunWorld {
  readonly toSay: Record<string, FlowObject | null>;
  private hours: OpeningHours | undefined;

  constructor(
    private readonly deps: WorldDeps,
    private readonly memory: FlowMemory,
  ) {
    this.toSay = { ...memory.toSay };
  }

  async begin(effect: ActEffect, at: number): Promise<Begun> {
    const { kind, settings, id } = effect;
    if (isConversationKind(kind)) {
      const { handles, timeoutSeconds } = effect;
      return this.order(effect, at, { kind, settings, handles, timeoutSeconds });
    }
    switch (kind) {
      case 'set_variable':
        return { outcome: await saveFields(this.deps, this.memory.facts, settings) };
      case 'business_hours':
        return {
          outcome: { handle: isOpen(await this.openingHours(), at) ? 'open' : 'closed', output: null },
        };
      case 'respond_webhook':
        return { outcome: await answerWebhook(this.deps, this.memory.facts, id, settings) };
      case 'wait_external':
        return this.waitForCall(effect, at);
      case 'start_subflow':
        return this.startSubflow(effect, at);
    }
    if (!CALLS.has(kind)) return { outcome: { error: { type: 'unknown_kind', message: kind } } };
    const { node, title, timeoutSeconds, retries } = effect;
    const duty: Duty = {
      effect: id,
      node,
      kind,
      as: 'call',
      title,
      settings,
      timeoutSeconds,
      retries,
      until: null,
      late: TIMED_OUT,
    };
    return { duty };
  }

  /** What the news of an effect is for the run, or what is left to do first. */
  async heard(
    place: { effect: string; node: string; kind: string; settings: FlowObject },
    outcome: FlowOutcome,
    at: number,
  ): Promise<FlowOutcome | { duty: Duty }> {
    const { effect, kind, settings } = place;
    const said = this.toSay[effect];
    if (said !== undefined) {
      Reflect.deleteProperty(this.toSay, effect);
      return 'error' in outcome ? outcome : { handle: 'out', output: said };
    }
    if ('error' in outcome) {
      // Our own clock, not the other side, ended it.
      if (outcome.error.type === TIMED_OUT.error.type) await this.takeBack(effect, kind);
      return outcome;
    }
    // Called, or not in time: either way the address is spent.
    if (kind === 'wait_external') await this.takeBack(effect, kind);
    const text = outcome.output?.texto;
    const speaks = kind === 'ai_generate' && settings.send === true && outcome.handle === 'out';
    if (!speaks || typeof text !== 'string' || text === '') return outcome;
    if (this.memory.facts.conversationId === null) return NO_CONVERSATION;
    this.toSay[effect] = outcome.output;
    const begun = await this.order({ ...place, id: effect, timeoutSeconds: null }, at, {
      kind: 'send_text',
      settings: { messages: [text] },
      handles: ['out'],
      timeoutSeconds: null,
    });
    return 'duty' in begun ? begun : begun.outcome;
  }

  /** Nobody in the run waits for it any more. */
  async takeBack(effect: string, kind: string): Promise<void> {
    const { tenantId, runId } = this.memory.facts;
    if (isConversationKind(kind) || this.toSay[effect] !== undefined) {
      Reflect.deleteProperty(this.toSay, effect);
      await withdrawFlowOrders(this.deps, { tenantId, runId, effects: [effect] });
    } else if (kind === 'wait_external') {
      await closeWait(this.deps, { tenantId, runId, effect });
    } else if (kind === 'start_subflow') {
      await endSubflow(this.deps, { tenantId, runId, effect });
    }
  }

  /** The moment itself while the company is open, else when it opens; who never opens is not waited for. Unix ms. */
  async openTimeFrom(moment: number): Promise<number> {
    return nextOpening(await this.openingHours(), moment) ?? moment;
  }

  private async order(
    effect: { id: string; node: string; kind: string; timeoutSeconds: number | null },
    at: number,
    order: FlowOrderBody,
  ): Promise<Begun> {
    const { tenantId, runId, conversationId } = this.memory.facts;
    if (conversationId === null) return { outcome: NO_CONVERSATION };
    const { id, node, kind, timeoutSeconds } = effect;
    await placeFlowOrder(this.deps, { tenantId, runId, effect: id, conversationId, nodeId: node, order });
    const until = timeoutSeconds === null ? null : at + timeoutSeconds * 1_000 + ORDER_GRACE_MS;
    return { duty: { effect: id, node, kind, as: 'signal', until, late: TIMED_OUT } };
  }

  private async waitForCall(effect: ActEffect, at: number): Promise<Begun> {
    const { tenantId, runId } = this.memory.facts;
    const { id, node, kind, settings } = effect;
    const opened = await openWait(this.deps, { tenantId, runId, nodeId: node, effect: id });
    if ('outcome' in opened) return opened;
    const until = at + Number(settings.timeoutSeconds) * 1_000;
    const late: FlowOutcome = { handle: 'timed_out', output: null };
    return {
      duty: { effect: id, node, kind, as: 'signal', until, late },
      ...(opened.address === null ? {} : { shown: { endereco: opened.address } }),
    };
  }

  private async startSubflow(effect: ActEffect, at: number): Promise<Begun> {
    const { id, node, kind, settings, timeoutSeconds } = effect;
    const begun = await beginSubflow(this.deps, this.memory.facts, { effect: id, settings });
    if ('error' in begun) return { outcome: begun };
    const shown = { execucao: begun.runId };
    if (settings.wait === false) return { outcome: { handle: 'done', output: { saidas: null, ...shown } } };
    const until = timeoutSeconds === null ? null : at + timeoutSeconds * 1_000;
    return { duty: { effect: id, node, kind, as: 'signal', until, late: TIMED_OUT }, shown };
  }

  private async openingHours(): Promise<OpeningHours> {
    if (this.hours !== undefined) return this.hours;
    const { tenantId } = this.memory.facts;
    const row = await this.deps.db.withTenant(tenantId, (tx) =>
      tx.botConfig.findUnique({
        where: { tenantId },
        select: { hours: true, tenant: { select: { timeZone: true } } },
      }),
    );
    return (this.hours = readHours(row?.hours ?? {}, row?.tenant.timeZone ?? 'UTC'));
  }
}
