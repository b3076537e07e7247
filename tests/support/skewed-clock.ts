/**
 * Runs `work` while this process's clock is wrong. Only what our own code reads: Temporal's core, the database and the
 * sandbox's customers keep the right time.
 */
export async function withClockOff<T>(byMs: number, work: () => Promise<T>): Promise<T> {
  const RightDate = Date;
  globalThis.Date = class extends RightDate {
    constructor(...args: [number?]) {
      super(...((args.length === 0 ? [RightDate.now() + byMs] : args) as [number]));
    }
    static override now() {
      return RightDate.now() + byMs;
    }
  } as DateConstructor;
  try {
    return await work();
  } finally {
    globalThis.Date = RightDate;
  }
}
