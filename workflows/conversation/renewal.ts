import { condition, workflowInfo } from '@temporalio/workflow';

/**
 * Events after which a run goes on as a new one. A worker that takes conversations over replays each from its beginning,
 * at 0.4 ms of CPU an event: with the engine's own limit (4,096) the backlog after a kill took twice as long.
 */
const LONGEST_HISTORY = 200;
/**
 * How long nothing must have happened before (ms): a message that comes with the command to go on as a new run voids it,
 * and costs a replay of the whole. Without such a rest the engine's limit holds.
 */
const REST_MS = 1_000;

/** When a run's history is long enough to go on as a new run. */
export class Renewal {
  private hasRested = false;

  isDue(): boolean {
    return workflowInfo().continueAsNewSuggested || this.hasRested;
  }

  /** Waits until something is to be done, or the renewal is due. */
  wait(isSomethingDue: () => boolean): Promise<void> {
    const isDue = () => isSomethingDue() || this.isDue();
    const isLong = workflowInfo().historyLength >= LONGEST_HISTORY;
    if (isLong && !isDue()) return this.rest(isDue);
    // Handed on as it is: a cached conversation keeps the stack of each pending promise.
    return condition(isDue);
  }

  private async rest(isDue: () => boolean): Promise<void> {
    this.hasRested = !(await condition(isDue, REST_MS));
  }

  /** Something came in between. */
  putOff(): void {
    this.hasRested = false;
  }
}
