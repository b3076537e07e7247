import type { Deps } from '../deps';
import { databaseTime } from '../database-time';
import { giveUpMedia } from './take-in-media';

/** Its workflow has tried for a quarter of an hour (ms). */
const FORGOTTEN_AFTER_MS = 30 * 60_000;
/** In one sweep: it comes again in a minute. */
const AT_MOST = 100;

/**
 * Says of files from the paired phone that they will not come, where no workflow does: its run was lost with the
 * engine's data, or was of a version that knew nothing of them. Files of customers are found by the next turn.
 *
 * @returns how many were given up
 */
export async function giveUpForgotten(deps: Pick<Deps, 'db' | 'live' | 'log'>): Promise<number> {
  const forgotten = await deps.db.withSystem(async (tx) =>
    tx.media.findMany({
      where: {
        settledAt: null,
        createdAt: { lt: new Date((await databaseTime(tx)) - FORGOTTEN_AFTER_MS) },
        message: { author: 'human' },
      },
      orderBy: { createdAt: 'asc' },
      take: AT_MOST,
      select: { id: true, tenantId: true, conversationId: true },
    }),
  );
  for (const { id: mediaId, tenantId, conversationId } of forgotten) {
    await giveUpMedia(deps, { tenantId, conversationId, mediaId });
  }
  if (forgotten.length > 0)
    deps.log.warn({ files: forgotten.length }, 'files that nobody took in were given up');
  return forgotten.length;
}
