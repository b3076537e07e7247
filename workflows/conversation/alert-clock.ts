import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { CarriedAlerts } from './messages';

/** The second and last alert of a waiting period comes when the wait is this many times the first. */
const ESCALATION = 4;

/** Calls when a customer has waited too long for a person: once, and once more much later, in each waiting period. */
export class AlertClock {
  private scope: CancellationScope | undefined;
  private next: CarriedAlerts | undefined;

  constructor(
    carried: CarriedAlerts | undefined,
    private readonly ring: (level: CarriedAlerts['level']) => void,
  ) {
    if (carried !== undefined) this.set(carried);
  }

  /** A waiting period begins, anew where one is running. @param afterMs 0: nobody is to be alerted */
  begin(afterMs: number): void {
    this.end();
    if (afterMs > 0) this.set({ level: 1, at: Date.now() + afterMs, afterMs });
  }

  /** Nobody waits any more. */
  end(): void {
    this.scope?.cancel();
    this.scope = undefined;
    this.next = undefined;
  }

  /** For the next run. */
  left(): CarriedAlerts | undefined {
    return this.next;
  }

  private set(alert: CarriedAlerts): void {
    this.next = alert;
    const scope = new CancellationScope();
    this.scope = scope;
    scope
      .run(async () => {
        await sleep(Math.max(1, alert.at - Date.now()), { summary: 'Alerta a equipe se ninguém atender' });
        this.due(alert);
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  private due({ level, at, afterMs }: CarriedAlerts): void {
    this.next = undefined;
    this.ring(level);
    if (level === 1) this.set({ level: 2, at: at + (ESCALATION - 1) * afterMs, afterMs });
  }
}
