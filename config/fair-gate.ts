interface Waiting {
  enter(): void;
}

/** Who brought something so lately (ms) is still there: the next piece is on its way. */
const STILL_THERE_MS = 2_000;

/**
 * Lets in so much work at once, and while some waits, takes turns between those it is for: whoever brings a thousand
 * pieces waits behind their own, not before everybody else's.
 */
export class FairGate {
  /** By key, the one whose turn is next first. */
  private readonly queues = new Map<string, Waiting[]>();
  private readonly inside = new Map<string, number>();
  /** When each key came last, the earliest first. */
  private readonly lately = new Map<string, number>();
  private total = 0;

  /**
   * @param options.places for all keys together
   * @param options.each what one key may hold now, at least 1; asked anew each time. `contended`: others are there too
   * @param options.waitMs how long work may wait outside
   * @param options.refuse the error for what has waited that long
   */
  constructor(
    private readonly options: {
      places: number;
      each: (contended: boolean) => number;
      waitMs: number;
      refuse: () => Error;
    },
  ) {}

  /** @throws what `work` throws, or the refusal; then `work` was never begun */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    this.seen(key);
    if (this.queues.has(key) || !this.hasPlaceFor(key)) await this.wait(key);
    else this.enter(key);
    try {
      return await work();
    } finally {
      this.leave(key);
    }
  }

  private seen(key: string): void {
    const now = performance.now();
    this.lately.delete(key);
    this.lately.set(key, now);
    for (const [other, at] of this.lately) {
      if (now - at < STILL_THERE_MS) break;
      this.lately.delete(other);
    }
  }

  private hasPlaceFor(key: string): boolean {
    const contended = this.lately.size > (this.lately.has(key) ? 1 : 0);
    return this.total < this.options.places && (this.inside.get(key) ?? 0) < this.options.each(contended);
  }

  private enter(key: string): void {
    this.total += 1;
    this.inside.set(key, (this.inside.get(key) ?? 0) + 1);
  }

  private leave(key: string): void {
    this.total -= 1;
    const left = (this.inside.get(key) ?? 1) - 1;
    if (left === 0) this.inside.delete(key);
    else this.inside.set(key, left);
    while (this.letNextIn());
  }

  private wait(key: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(key) ?? [];
      this.queues.set(key, queue);
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiting), 1);
        if (queue.length === 0) this.queues.delete(key);
        reject(this.options.refuse());
      }, this.options.waitMs).unref();
      const waiting: Waiting = {
        enter: () => {
          clearTimeout(timer);
          this.enter(key);
          resolve();
        },
      };
      queue.push(waiting);
    });
  }

  private letNextIn(): boolean {
    for (const [key, queue] of this.queues) {
      if (!this.hasPlaceFor(key)) continue;
      const next = queue.shift();
      // To the end: its next piece waits until the others had their turn.
      this.queues.delete(key);
      if (queue.length > 0) this.queues.set(key, queue);
      next?.enter();
      return next !== undefined;
    }
    return false;
  }
}
