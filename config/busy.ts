import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';

/** How long a judgement is made over (ms). */
const OVER_MS = 250;
/** The share of that time in which this process's event loop, or all processors together, worked: then none is left. */
const BUSY_LOOP = 0.8;
const BUSY_MACHINE = 0.8;

/** Milliseconds of work and of rest so far. */
export interface Spent {
  active: number;
  idle: number;
}

/**
 * Whether there is no time left: whatever begins now makes everything else slower. The machine counts too, because on
 * a small server the database and the engine are on it. Looked at when asked; nothing runs between.
 *
 * @param read of our event loop, and of the machine summed over its processors
 */
export function watchBusy(read = { loop: readLoop, machine: readMachine }): () => boolean {
  let loop = read.loop();
  let machine = read.machine();
  let isBusy = false;
  return () => {
    const loopNow = read.loop();
    if (loopNow.active + loopNow.idle - loop.active - loop.idle < OVER_MS) return isBusy;
    const machineNow = read.machine();
    isBusy = share(loopNow, loop) >= BUSY_LOOP || share(machineNow, machine) >= BUSY_MACHINE;
    [loop, machine] = [loopNow, machineNow];
    return isBusy;
  };
}

function share(now: Spent, before: Spent): number {
  const active = now.active - before.active;
  const total = active + now.idle - before.idle;
  return total === 0 ? 0 : active / total;
}

function readLoop(): Spent {
  const { active, idle } = performance.eventLoopUtilization();
  return { active, idle };
}

function readMachine(): Spent {
  const spent = { active: 0, idle: 0 };
  for (const { times } of cpus()) {
    spent.active += times.user + times.nice + times.sys + times.irq;
    spent.idle += times.idle;
  }
  return spent;
}
