import { Context } from '@temporalio/activity';

/** Short enough that a dead worker is noticed within the heartbeat timeout, rare enough to cost nothing (ms). */
const BEAT_EVERY_MS = 1_000;

/**
 * Runs `work` with heartbeats, which tell the server that we live and tell us when the workflow cancels. Work that
 * ends within a second sends none.
 */
export async function keepAlive<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), BEAT_EVERY_MS);
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(beat);
  }
}
