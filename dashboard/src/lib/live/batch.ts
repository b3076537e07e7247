/**
 * Gathers what comes in quick succession: the first is handled at once, what follows within the pause together at
 * its end. A flood of events then costs a fetch a pause, not a fetch an event.
 */
export function createBatch<T>(pauseMs: number, handle: (items: T[]) => void) {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const release = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    timer = setTimeout(release, pauseMs);
    handle(items);
  };
  return {
    add(item: T): void {
      waiting.push(item);
      if (timer === undefined) release();
    },
    clear(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
