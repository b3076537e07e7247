import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../clock';

interface Sleeper {
  due: number;
  wake: () => void;
}

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(now = Date.UTC(2026, 10, 20, 9, 15, 2)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { due: this.#now + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  }

  /** Lets everything due within this time happen, in its order. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#due(end); next !== undefined; next = this.#due(end)) {
      this.#now = next.due;
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== next);
      next.wake();
      await settle();
    }
    this.#now = end;
  }

  #due(end: number): Sleeper | undefined {
    return this.#sleepers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}

/** Lets what was already decided run to its next wait. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await turn();
}
