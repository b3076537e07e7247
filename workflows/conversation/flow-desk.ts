import { ActivityFailure, condition, isCancellation, log } from '@temporalio/workflow';
import type { FlowOrderNext } from '../../activities/flow/carry-out';
import { type ConversationEvent, isOwed, owesAnswer, owesReply } from '../../domain/conversation/next-step';
import { ConversationState } from '../../domain/conversation/state';
import { answerFlowOrder, beginFlowOrder, endFlowOrder, finishFlowSaying, hearFlowReply } from './activities';
import { endingBy, WAITS_FOR_SOMEBODY } from './flow-endings';
import type { Ledger } from './ledger';
import type { MediaDesk } from './media-desk';
import type { CarriedFlowOrder, ConversationInput, FlowOrderPlaced } from './messages';
import type { Speaker } from './speaker';
import { ReplyTimer } from './reply-timer';
import { waitUntilSaid } from './wait-until-said';

/** After a flow's order has ended, its next one is given this long before the AI goes on (ms). */
const FLOW_GRACE_MS = 3_000;

/**
 * Carries out what runs of flows ask of a conversation, one thing after the other: says it through the speaker, listens
 * for the reply, calls the team. Only one order at a time waits for somebody; the next one waits for its turn.
 */
export class FlowDesk {
  private orders: CarriedFlowOrder[];
  private readonly timer = new ReplyTimer();
  private graceUntil = 0;
  private busy = false;

  constructor(
    private readonly input: ConversationInput,
    private readonly ledger: Ledger,
    private readonly speaker: Speaker,
    private readonly media: MediaDesk,
  ) {
    this.orders = (input.carried?.flowOrders ?? []).map((order) => ({ ...order }));
    const listening = this.orders.find(({ phase }) => phase === 'listening');
    if (listening !== undefined) this.timer.set(listening.until);
  }

  /** A run asks for something. The same order again is nothing new. */
  take({ orderId, kind }: FlowOrderPlaced): void {
    if (this.orders.some((order) => order.orderId === orderId)) return;
    const order = { attempt: 0, afterSeq: 0, until: 0, leavesWhenTaken: false };
    this.orders.push({ ...order, orderId, kind, phase: 'new' });
  }

  /** What of it was not said stays unsaid: the outbox knows. */
  withdraw(orderIds: string[]): void {
    for (const order of this.orders.filter(({ orderId }) => orderIds.includes(orderId))) this.remove(order);
  }

  /** An event of the conversation may end what is waited for. */
  happened(event: ConversationEvent, before: ConversationState): void {
    for (const order of this.orders) {
      order.ending ??= endingBy(order, event, before);
      if (order.phase === 'saying' && event.type === 'resolved') order.closed = true;
    }
  }

  /** A flow has begun with what the customer said: its first order is on its way. */
  expect(): void {
    this.graceUntil = Date.now() + FLOW_GRACE_MS;
  }

  /** A flow waits until a person has come and gone. */
  waitsForPerson(): boolean {
    return this.orders.some(({ phase }) => phase === 'withPerson');
  }

  isOpen(): boolean {
    return this.orders.length > 0;
  }

  /** Nothing is under way; what is waited for can be carried over. */
  isIdle(): boolean {
    return !this.busy;
  }

  hasWork(): boolean {
    return this.due() !== undefined;
  }

  /** For the next run. */
  carried(): { flowOrders?: CarriedFlowOrder[] } {
    return this.orders.length === 0 ? {} : { flowOrders: this.orders };
  }

  holdsAi(): boolean {
    return this.graceUntil > Date.now();
  }

  /** A flow that has just spoken, or just begun, is probably not done: the AI lets it go first. */
  async waitForFlow(): Promise<void> {
    const moved = () => this.hasWork() || this.speaker.hasErrands() || !owesAnswer(this.ledger.facts);
    const summary = 'Um fluxo está em andamento';
    if (!(await condition(moved, this.graceUntil - Date.now(), { summary }))) this.graceUntil = 0;
  }

  /** Call while `hasWork` and the speaker has nothing to say. */
  async work(): Promise<void> {
    const order = this.due();
    if (order === undefined) return;
    this.busy = true;
    try {
      await this.workOn(order);
    } finally {
      this.busy = false;
    }
  }

  private due(): CarriedFlowOrder | undefined {
    const { facts } = this.ledger;
    const isHeld = this.orders.some(({ phase }) => phase === 'listening' || phase === 'withPerson');
    return (
      this.orders.find(({ ending }) => ending !== undefined) ??
      this.orders.find(({ phase }) => phase === 'saying') ??
      this.orders.find(({ phase }) => phase === 'listening' && (this.timer.isUp || owesReply(facts))) ??
      this.orders.find(({ phase, kind }) => phase === 'new' && !(isHeld && WAITS_FOR_SOMEBODY.has(kind)))
    );
  }

  private async workOn(order: CarriedFlowOrder): Promise<void> {
    const { orderId, attempt } = order;
    if (order.ending !== undefined) {
      await endFlowOrder({ ...this.common(), orderId, ending: order.ending });
      this.remove(order);
      return;
    }
    switch (order.phase) {
      case 'new': {
        const { pace } = this.ledger.timing;
        await this.follow(order, () => beginFlowOrder({ ...this.common(), orderId, pace }));
        return;
      }
      case 'saying':
        await this.follow(order, () => finishFlowSaying({ ...this.common(), orderId, attempt }));
        return;
      case 'listening':
        await this.hear(order);
        return;
      case 'withPerson':
        return;
    }
  }

  private async hear(order: CarriedFlowOrder): Promise<void> {
    const mayHear = () => order.ending === undefined && this.isOurs(order) && owesReply(this.ledger.facts);
    if (!mayHear()) {
      order.ending ??= 'timedOut';
      return;
    }
    await waitUntilSaid(this.ledger, this.media, order.quietMs);
    // Somebody else has the word now; the loop sees to it.
    if (!mayHear() || this.speaker.hasErrands()) return;
    const { orderId, attempt, afterSeq } = order;
    const { pace } = this.ledger.timing;
    const heard = { orderId, attempt, afterSeq, pace };
    this.ledger.burst = 0;
    await this.follow(order, () => hearFlowReply({ ...this.common(), ...heard }));
  }

  private async follow(order: CarriedFlowOrder, step: () => Promise<FlowOrderNext>): Promise<void> {
    const heardSeq = this.ledger.facts.receivedSeq;
    const next = await this.attempt(step);
    if (next === undefined) order.ending ??= 'failed';
    // Withdrawn meanwhile: what it wanted to say finds itself dropped.
    if (next === undefined || !this.isOurs(order)) return;
    if ('uptoSeq' in next) this.ledger.apply({ type: 'answered', uptoSeq: next.uptoSeq });
    switch (next.next) {
      case 'ended':
        this.remove(order);
        return;
      case 'say':
        this.silence(order);
        order.attempt = next.attempt;
        if (order.phase !== 'withPerson') order.phase = 'saying';
        for (const { id, pauseMs } of next.balloons) this.speaker.deliver(id, 'ai', pauseMs);
        return;
      case 'listen':
        this.listen(order, next, heardSeq);
        return;
      case 'answer':
        await this.follow(order, () => this.answer(order));
        return;
      case 'handOver':
        await this.handOver(order, next);
        return;
      case 'transfer':
        await this.transfer(order, next);
        return;
      case 'resolve':
        await this.resolve(order, next.fence);
        return;
    }
  }

  private listen(
    order: CarriedFlowOrder,
    next: Extract<FlowOrderNext, { next: 'listen' }>,
    heardSeq: number,
  ): void {
    const goesOn = order.phase === 'listening';
    order.phase = 'listening';
    // Nothing of it was a reply, also where it does not exist: hearing it again would go on for ever.
    order.afterSeq = goesOn ? Math.max(next.afterSeq, heardSeq) : next.afterSeq;
    if (next.quietMs !== null) order.quietMs = next.quietMs;
    // A person came while it was being said, perhaps only to close the matter.
    if (this.ledger.facts.state !== ConversationState.IA_ATIVA || order.closed) order.ending ??= 'person';
    this.ledger.apply({ type: 'flowListens', afterSeq: order.afterSeq });
    if (goesOn) return;
    order.until = Date.now() + next.timeoutMs;
    this.timer.set(order.until);
  }

  private async handOver(
    order: CarriedFlowOrder,
    next: Extract<FlowOrderNext, { next: 'handOver' }>,
  ): Promise<void> {
    order.leavesWhenTaken = next.leavesWhenTaken;
    order.phase = 'withPerson';
    const { facts } = this.ledger;
    const { handover: flow } = next;
    if (facts.state === ConversationState.HUMANO_RESPONDEU) {
      if (order.leavesWhenTaken) order.ending ??= 'takenOver';
      return;
    }
    const event = {
      type: 'handedOver',
      uptoSeq: facts.receivedSeq,
      reason: 'flow',
      at: Date.now(),
      flow,
    } as const;
    this.ledger.apply(event, { decision: order.orderId });
    if (!this.ledger.isWritten()) await condition(() => this.ledger.isWritten());
    if (order.ending !== undefined || !next.speaks) return;
    const { orderId } = order;
    const { pace } = this.ledger.timing;
    await this.follow(order, () => beginFlowOrder({ ...this.common(), orderId, pace, handedOver: true }));
  }

  private async transfer(
    order: CarriedFlowOrder,
    next: Extract<FlowOrderNext, { next: 'transfer' }>,
  ): Promise<void> {
    const { transferId, to, notify, summary } = next;
    // Set before the event: it is its own.
    order.ending = 'done';
    this.ledger.apply({
      type: 'transferred',
      transferId,
      to,
      customerNotice: 'none',
      at: Date.now(),
      userId: null,
      flow: { notify, summary },
    });
    if (!this.ledger.isWritten()) await condition(() => this.ledger.isWritten());
  }

  /** Closes the matter for a flow, unless the customer has said something since that nobody has answered. */
  private async resolve(order: CarriedFlowOrder, fence: number): Promise<void> {
    // Set before the event: it is its own.
    order.ending = 'done';
    const { facts } = this.ledger;
    if (facts.state !== ConversationState.IA_ATIVA || isOwed(facts) || this.ledger.isOutdated(fence)) return;
    const { orderId } = order;
    this.ledger.apply({ type: 'resolved', userId: null, flow: { orderId } }, { fence, decision: orderId });
    if (!this.ledger.isWritten()) await condition(() => this.ledger.isWritten());
  }

  private answer({ orderId }: CarriedFlowOrder): Promise<FlowOrderNext> {
    const { pace } = this.ledger.timing;
    return answerFlowOrder({ ...this.common(), orderId, pace });
  }

  private isOurs(order: CarriedFlowOrder): boolean {
    return this.orders.includes(order);
  }

  private remove(order: CarriedFlowOrder): void {
    this.silence(order);
    this.orders = this.orders.filter((other) => other !== order);
    this.expect();
  }

  /** It listens no more: what the customer says is the AI's again. */
  private silence(order: CarriedFlowOrder): void {
    if (order.phase !== 'listening') return;
    this.timer.clear();
    this.ledger.apply({ type: 'flowDone' });
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
      log.error('gave up on what a flow asked for', { error });
      return undefined;
    }
  }

  private common(): { tenantId: string; conversationId: string; correlationId: string | null } {
    const { tenantId, conversationId } = this.input;
    return { tenantId, conversationId, correlationId: this.ledger.correlationId };
  }
}
