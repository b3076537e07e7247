import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { ConversationState } from '../../domain/conversation/state';
import type { Ledger } from './ledger';

/**
 * One timer for the long waits: the AI's return, the opening, or the end by quiet. It is set anew only when it waits
 * for something else; until then a moved deadline is looked up when the timer fires, because every timer that is cancelled and set
 * again costs two events of history.
 */
export class Clock {
  private scope: CancellationScope | undefined;
  private rung = false;

  constructor(private readonly ledger: Ledger) {
    this.restart();
  }

  /** Call when something happened, so that a timer that has fired waits for the new time. */
  moved(waitChanged: boolean): void {
    if (waitChanged || this.rung) this.restart();
  }

  /** The AI comes back. */
  returnIsDue(): boolean {
    return this.rung && this.ledger.facts.humanDeadline !== null;
  }

  /** The AI may speak again. */
  openingIsDue(): boolean {
    const { humanDeadline, silentUntil } = this.ledger.facts;
    return this.rung && humanDeadline === null && silentUntil !== undefined;
  }

  /** It has been quiet for long enough to end. */
  endIsDue(): boolean {
    const { humanDeadline, silentUntil } = this.ledger.facts;
    return this.rung && humanDeadline === null && silentUntil === undefined;
  }

  private restart(): void {
    this.scope?.cancel();
    this.rung = false;
    this.scope = new CancellationScope();
    this.wait(this.scope);
  }

  /** No async function: each promise that is pending costs a cached conversation a kilobyte, for its stack. */
  private wait(scope: CancellationScope): void {
    const left = this.timeLeft();
    if (left <= 0) {
      this.rung = true;
      return;
    }
    const summary = this.summary();
    scope
      .run(() => sleep(left, { summary }))
      .then(
        () => this.wait(scope),
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  private timeLeft(): number {
    const { facts, movedAt, timing } = this.ledger;
    return (facts.humanDeadline ?? facts.silentUntil ?? movedAt + timing.idleCloseMs) - Date.now();
  }

  private summary(): string {
    const { state, silentUntil } = this.ledger.facts;
    return silentUntil === undefined ? SUMMARIES[state] : 'A IA responde quando abrir';
  }
}

const SUMMARIES: Record<ConversationState, string> = {
  [ConversationState.IA_ATIVA]: 'Encerra se a conversa ficar quieta',
  [ConversationState.AGUARDANDO_HUMANO]: 'A IA volta se ninguém atender',
  [ConversationState.HUMANO_RESPONDEU]: 'A IA volta se a pessoa não responder mais',
};
