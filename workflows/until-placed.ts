import { sleep } from '@temporalio/workflow';
import type { Busy } from '../activities/tenant-share';

/** Asks for work until the worker has a place for this tenant, waiting without one in between. */
export async function untilPlaced<T>(work: () => Promise<T | Busy>): Promise<T> {
  for (;;) {
    const made = await work();
    if (!isBusy(made)) return made;
    await sleep(made.busyMs);
  }
}

function isBusy(made: unknown): made is Busy {
  return typeof made === 'object' && made !== null && 'busyMs' in made;
}
