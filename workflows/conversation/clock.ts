import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { ConversationState } from '../../domain/conversation/state';
import type { Ledger } from './ledger';

/**
 * One timer for the long waits: the AI's return, or the end by quiet. It is set anew only when the state changes;
 * within a state a moved deadline is looked up when the timer fires, because every timer that is cancelled and set
 * again costs two events of history.
 */
export class Clock {
  private scope: CancellationScope | undefined;
  private rung = false;

  constructor(private readonly ledger: Ledger) {
    this.restart();
  }

  /** Call when something happened, so that a timer that has fired waits for the new time. */
  moved(stateChanged: boolean): void {
    if (stateChanged || this.rung) this.restart();
  }

  /** The AI comes back. */
  returnIsDue(): boolean {
    return this.rung && this.ledger.facts.humanDeadline !== null;
  }

  /** It has been quiet for long enough to end. */
  endIsDue(): boolean {
    return this.rung && this.ledger.facts.humanDeadline === null;
  }

  private restart(): void {
    this.scope?.cancel();
    this.rung = false;
    this.scope = new CancellationScope();
    this.scope
      .run(() => this.wait())
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  private async wait(): Promise<void> {
    for (let left = this.timeLeft(); left > 0; left = this.timeLeft()) {
      await sleep(left, { summary: SUMMARIES[this.ledger.facts.state] });
    }
    this.rung = true;
  }

  private timeLeft(): number {
    const { facts, movedAt, timing } = this.ledger;
    return (facts.humanDeadline ?? movedAt + timing.idleCloseMs) - Date.now();
  }
}

const SUMMARIES: Record<ConversationState, string> = {
  [ConversationState.IA_ATIVA]: 'Encerra se a conversa ficar quieta',
  [ConversationState.AGUARDANDO_HUMANO]: 'A IA volta se ninguém atender',
  [ConversationState.HUMANO_RESPONDEU]: 'A IA volta se a pessoa não responder mais',
};
