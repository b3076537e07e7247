import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** Until when a flow waits for the customer's reply. */
export class ReplyTimer {
  /** The time has come. */
  isUp = false;
  private scope: CancellationScope | undefined;

  /** @param until Unix ms */
  set(until: number): void {
    this.clear();
    const scope = new CancellationScope();
    this.scope = scope;
    scope
      .run(async () => {
        const left = until - Date.now();
        if (left > 0) await sleep(left, { summary: 'Um fluxo espera a resposta do cliente' });
        if (this.scope === scope) this.isUp = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  clear(): void {
    this.scope?.cancel();
    this.scope = undefined;
    this.isUp = false;
  }
}
