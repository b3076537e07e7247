import {
  ActivityFailure,
  CancelledFailure,
  CancellationScope,
  isCancellation,
  log,
  rootCause,
  sleep,
} from '@temporalio/workflow';
import type { TurnOutcome } from '../../activities/conversation/answer-turn';
import type { DeliveryOutcome } from '../../activities/conversation/deliver-balloon';
import { type Effect, owesAnswer, type TransferEvent } from '../../domain/conversation/next-step';
import { NOTHING_SAID } from '../../domain/conversation/nothing-said';
import { ConversationState } from '../../domain/conversation/state';
import { newId } from '../new-id';
import {
  alertTeam,
  answerTurn,
  deliverBalloon,
  extractHandoff,
  notifyTeam,
  notifyTransfer,
  sayGoodbye,
  sendNotice,
  sendTransferNotice,
  summariseHandoff,
} from './activities';
import type { Ledger } from './ledger';
import type { CarriedConversation, ConversationInput } from './messages';

/** Something to be said or done once, in its turn, before the AI thinks again. */
type Errand = Exclude<Effect, { type: 'saveState' }> | Delivery | { type: 'tellOutside'; transferId: string };
interface Delivery {
  type: 'deliver';
  balloonId: string;
  by: 'ai' | 'human';
  /** Before it is claimed (ms). */
  pauseMs: number;
}

type Attempt<T> =
  | { kind: 'done'; result: T }
  /** `clean`: it had said nothing, and will not. */
  | { kind: 'interrupted'; clean: boolean }
  | { kind: 'failed' };

/** A person asked for it, or it was promised; whatever the AI decided is void when a person was faster. */
const STAYS = new Set<Errand['type']>(['deliver', 'tellCustomer', 'tellOutside', 'announceTransfer']);

/** The one voice of a conversation: says one thing after the other, and can be interrupted. */
export class Speaker {
  private errands: Errand[];
  private speaking: { what: 'draft' | 'ai' | 'human'; scope: CancellationScope } | undefined;
  private inBackground = 0;
  /** A turn that was interrupted nobody knows how far on: the next one takes up what it may have begun. */
  private openTurnId: string | undefined;
  /** To which quiet goodbye was said: that of this last move (Unix ms). */
  private goodbyeFor: number | undefined;

  constructor(
    private readonly input: ConversationInput,
    private readonly ledger: Ledger,
  ) {
    this.errands = (input.carried?.undelivered ?? []).map((delivery) => ({
      type: 'deliver',
      pauseMs: 0,
      ...delivery,
    }));
  }

  queue(effects: Exclude<Effect, { type: 'saveState' }>[]): void {
    this.errands.push(...effects);
  }

  /** A person's words go before what the AI has still to say. */
  deliver(balloonId: string, by: Delivery['by'], pauseMs = 0): void {
    const queued = this.errands.some((errand) => errand.type === 'deliver' && errand.balloonId === balloonId);
    if (queued) return;
    const delivery: Delivery = { type: 'deliver', balloonId, by, pauseMs };
    if (by === 'human') this.beforeAi(delivery);
    else this.errands.push(delivery);
  }

  private beforeAi(delivery: Delivery): void {
    const firstOfAi = this.errands.findIndex((errand) => errand.type === 'deliver' && errand.by === 'ai');
    this.errands.splice(firstOfAi >= 0 ? firstOfAi : this.errands.length, 0, delivery);
  }

  hasErrands(): boolean {
    return this.errands.length > 0;
  }

  /** Nothing is on its way: the run may end. */
  isIdle(): boolean {
    return this.errands.length === 0 && this.inBackground === 0;
  }

  /** What an event asked for that no longer holds; people's orders and already promised messages stay. */
  forgetNotices(): void {
    this.errands = this.errands.filter((errand) => STAYS.has(errand.type));
  }

  /** The customer wrote more: a draft that has not seen it is not wanted. What is being sent goes out. */
  interruptDraft(): void {
    if (this.speaking?.what === 'draft') this.speaking.scope.cancel();
  }

  /** A person has the word. What the AI has still to say finds itself dropped when it is claimed: without a pause. */
  silenceAi(): void {
    this.skipPauses();
    if (this.speaking !== undefined && this.speaking.what !== 'human') this.speaking.scope.cancel();
  }

  private skipPauses(): void {
    for (const errand of this.errands) {
      if (errand.type === 'deliver' && errand.by === 'ai') errand.pauseMs = 0;
    }
  }

  /** For the next run. */
  undelivered(): CarriedConversation['undelivered'] {
    return this.errands.flatMap((errand) =>
      errand.type === 'deliver'
        ? [{ balloonId: errand.balloonId, by: errand.by, pauseMs: errand.pauseMs }]
        : [],
    );
  }

  async runErrand(): Promise<void> {
    const errand = this.errands.shift();
    switch (errand?.type) {
      case undefined:
        return;
      case 'notifyTeam':
        this.notifyTeam(errand.reason, errand.summary !== false);
        return;
      case 'sendNotice': {
        const { fence } = this.ledger;
        const noticeId = errand.once === undefined ? newId() : `${this.input.conversationId}:${errand.once}`;
        const notice = {
          ...this.common(),
          noticeId,
          notice: errand.notice,
          fence: errand.fence ?? fence ?? 0,
          at: Date.now(),
        };
        const attempt = await this.attempt('ai', () => sendNotice(notice));
        if (attempt.kind === 'done' && typeof attempt.result === 'object') this.next(attempt.result);
        return;
      }
      case 'deliver':
        await this.runDelivery(errand);
        return;
      case 'announceTransfer':
        this.announce(errand.transfer);
        return;
      case 'tellCustomer':
        await this.tellOfTransfer('ai', { transferId: errand.transferId, whom: 'customer' });
        return;
      case 'tellOutside':
        await this.tellOfTransfer('human', { transferId: errand.transferId, whom: 'outside' });
        return;
    }
  }

  /** A customer has waited too long. */
  alertTeam(level: 1 | 2): void {
    this.inTheBackground(async () => {
      await alertTeam({ ...this.common(), alertId: newId(), level });
    });
  }

  /**
   * @param gaveUpSeq files up to this place are waited for no longer; 0: there are none
   * @returns what the turn decided; undefined when it was interrupted
   */
  async answer(
    gaveUpSeq: number,
  ): Promise<{ turnId: string; outcome: Exclude<TurnOutcome, { decision: 'busy' }> | 'failed' } | undefined> {
    this.ledger.burst = 0;
    for (;;) {
      const { aiSince, timing } = this.ledger;
      const turn = {
        ...this.common(),
        turnId: this.openTurnId ?? newId(),
        pace: timing.pace,
        ...(aiSince === null ? {} : { aiSince }),
        ...(gaveUpSeq > 0 ? { gaveUpSeq } : {}),
      };
      const attempt = await this.attempt('draft', () => answerTurn(turn));
      this.openTurnId = attempt.kind === 'interrupted' && !attempt.clean ? turn.turnId : undefined;
      const { turnId } = turn;
      if (attempt.kind === 'failed') return { turnId, outcome: 'failed' };
      if (attempt.kind === 'interrupted') return undefined;
      if (attempt.result.decision !== 'busy') return { turnId, outcome: attempt.result };
      // A person came while it was asked: there is nothing to wait for.
      if (!owesAnswer(this.ledger.facts)) return undefined;
      const { retryInMs } = attempt.result;
      if (await this.wasInterrupted('draft', retryInMs, 'Espera a vez desta empresa')) return undefined;
    }
  }

  private async wasInterrupted(
    what: 'draft' | 'ai' | 'human',
    ms: number,
    summary: string,
  ): Promise<boolean> {
    const pause = await this.attempt(what, () => sleep(ms, { summary }));
    return pause.kind === 'interrupted';
  }

  /** The next thing to be said, after a pause. */
  private next({ balloonId, forMs }: { balloonId: string; forMs: number }, by: Delivery['by'] = 'ai'): void {
    this.errands.unshift({ type: 'deliver', balloonId, by, pauseMs: forMs });
  }

  /** Quiet has come, the tenant has words for it, and they were not said yet. */
  owesGoodbye(): boolean {
    const { timing, resolved, movedAt, facts } = this.ledger;
    const mayBeSaid = facts.state === ConversationState.IA_ATIVA && !resolved;
    return timing.saysGoodbye === true && mayBeSaid && this.goodbyeFor !== movedAt;
  }

  async sayGoodbye(): Promise<void> {
    this.goodbyeFor = this.ledger.movedAt;
    // As a draft: a customer who writes now makes it untrue.
    const attempt = await this.attempt('draft', () => sayGoodbye(this.common()));
    if (attempt.kind === 'done' && typeof attempt.result === 'object') this.next(attempt.result);
  }

  private async runDelivery(delivery: Delivery): Promise<void> {
    const { balloonId, by, pauseMs } = delivery;
    const interrupted =
      pauseMs > 0 && (await this.wasInterrupted(by, pauseMs, 'Pausa antes da próxima mensagem'));
    const input = { ...this.common(), balloonId, ...this.typingForNext() };
    const attempt: Attempt<DeliveryOutcome> = interrupted
      ? { kind: 'interrupted', clean: true }
      : await this.attempt(by, () => deliverBalloon({ ...input, giveUp: false }));
    // Interrupted: it is asked for again after the person's words, and finds itself dropped or already sent.
    if (attempt.kind === 'interrupted') this.beforeAi({ ...delivery, pauseMs: 0 });
    if (attempt.kind === 'done' && typeof attempt.result === 'object') {
      this.next({ balloonId, forMs: attempt.result.forMs }, by);
    }
    // So is the rest of its answer.
    if (attempt.kind === 'done' && attempt.result === 'dropped') this.skipPauses();
    if (attempt.kind === 'failed')
      await this.attempt('human', () => deliverBalloon({ ...input, giveUp: true }));
  }

  private typingForNext(): { typeForMs?: number } {
    const [next] = this.errands;
    return next?.type === 'deliver' && next.pauseMs > 0 ? { typeForMs: next.pauseMs } : {};
  }

  private notifyTeam(reason: Parameters<typeof notifyTeam>[0]['reason'], summary: boolean): void {
    const notificationId = newId();
    this.inTheBackground(async () => {
      // A model that has just failed four times is not asked again.
      await this.summarise({ ask: summary && reason !== 'provider_failure' });
      await notifyTeam({ ...this.common(), notificationId, reason });
    });
  }

  private announce({ transferId, to, userId, customerNotice, flow }: TransferEvent): void {
    this.inTheBackground(async () => {
      if (to.type === 'agent') return;
      await this.summarise({ ask: flow?.summary !== false });
      if (flow?.notify === false) return;
      if (customerNotice === 'afterSummary') this.errands.push({ type: 'tellCustomer', transferId });
      if (to.type === 'number' || to.type === 'group') this.errands.push({ type: 'tellOutside', transferId });
      else if (to.id !== userId) await notifyTransfer({ ...this.common(), transferId });
    });
  }

  private async summarise({ ask }: { ask: boolean }): Promise<void> {
    const input = { ...this.common(), summaryId: newId() };
    if (ask) {
      try {
        await summariseHandoff({ ...input, giveUp: false });
        return;
      } catch (error) {
        if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
        log.warn('no model summarises this hand-over', { cause: rootCause(error) });
      }
    }
    await extractHandoff({ ...input, giveUp: true });
  }

  private async tellOfTransfer(
    by: 'ai' | 'human',
    notice: { transferId: string; whom: 'customer' | 'outside' },
  ): Promise<void> {
    const input = { ...this.common(), ...notice, fence: this.ledger.fence ?? 0 };
    const attempt = await this.attempt(by, () => sendTransferNotice({ ...input, giveUp: false }));
    if (attempt.kind === 'done' && typeof attempt.result === 'object') this.next(attempt.result, by);
    if (attempt.kind === 'failed')
      await this.attempt('human', () => sendTransferNotice({ ...input, giveUp: true }));
  }

  /** Mail and models may take their time: the conversation does not wait for them, only its end does. */
  private inTheBackground(work: () => Promise<void>): void {
    this.inBackground += 1;
    work()
      .catch((error: unknown) => {
        if (!(error instanceof ActivityFailure)) throw error;
        log.error('the team could not be told', { cause: rootCause(error) });
      })
      .finally(() => {
        this.inBackground -= 1;
      });
  }

  private async attempt<T>(what: 'draft' | 'ai' | 'human', work: () => Promise<T>): Promise<Attempt<T>> {
    for (;;) {
      const scope = new CancellationScope();
      this.speaking = { what, scope };
      try {
        return { kind: 'done', result: await scope.run(work) };
      } catch (error) {
        const cancelledByUs = isCancellation(error) && !CancellationScope.current().consideredCancelled;
        if (cancelledByUs) return { kind: 'interrupted', clean: saysNothingWasSaid(error) };
        if (!(error instanceof ActivityFailure)) throw error;
        // It was asked to stop, and broke instead of stopping: the engine tries such work no more, and whether it has
        // spoken nobody knows. The same work, asked for again, finds out; it is no failure of a provider.
        if (scope.consideredCancelled) continue;
        log.error('gave up on something to say', { what, cause: rootCause(error) });
        return { kind: 'failed' };
      } finally {
        this.speaking = undefined;
      }
    }
  }

  private common(): { tenantId: string; conversationId: string; correlationId: string | null } {
    const { tenantId, conversationId } = this.input;
    return { tenantId, conversationId, correlationId: this.ledger.correlationId };
  }
}

function saysNothingWasSaid(error: unknown): boolean {
  const stopped = error instanceof ActivityFailure ? error.cause : error;
  return stopped instanceof CancelledFailure && stopped.details.includes(NOTHING_SAID);
}
