import type { Deps } from '../deps';
import { databaseTime } from '../database-time';
import { mediaToAwait, mediaToFetch } from '../media/media-to-await';
import { readTiming } from './read-timing';

/** Younger than this, the process that stored it may still be about to tell the workflow (ms). */
const GRACE_MS = 15_000;
/** Older than this, it is history. */
const LOOK_BACK_MS = 7 * 24 * 3_600_000;
const AT_MOST = 500;

/**
 * Tells workflows of stored messages that never reached them: the process that stored them died, or Temporal was
 * away, and the provider gave up. Telling one twice is harmless.
 *
 * @returns how many messages were recovered
 */
export async function sweepInbox(deps: Pick<Deps, 'db' | 'workflows' | 'log' | 'env'>): Promise<number> {
  const lost = await deps.db.withSystem(async (tx) => {
    const now = await databaseTime(tx);
    return tx.message.findMany({
      where: {
        acceptedAt: null,
        author: { in: ['customer', 'human'] },
        createdAt: { gt: new Date(now - LOOK_BACK_MS), lt: new Date(now - GRACE_MS) },
      },
      orderBy: { createdAt: 'asc' },
      take: AT_MOST,
      select: {
        id: true,
        tenantId: true,
        conversationId: true,
        author: true,
        seq: true,
        userId: true,
        kind: true,
      },
    });
  });
  for (const message of lost) {
    const ref = { tenantId: message.tenantId, conversationId: message.conversationId };
    const timing = await readTiming(deps, ref);
    if (message.author === 'customer') {
      await deps.workflows.messageReceived(ref, {
        seq: Number(message.seq),
        timing,
        ...mediaToAwait(deps, message),
      });
    } else {
      const balloon = await deps.db.withTenant(ref.tenantId, (tx) =>
        tx.outboxBalloon.findFirst({ where: { tenantId: ref.tenantId, messageId: message.id } }),
      );
      await deps.workflows.humanReplied(ref, {
        uptoSeq: Number(message.seq),
        userId: message.userId,
        balloonId: balloon?.id ?? null,
        timing,
        ...(balloon === null ? mediaToFetch(message) : {}),
      });
    }
    await deps.db.withTenant(ref.tenantId, (tx) =>
      tx.message.updateMany({
        where: { tenantId: ref.tenantId, id: message.id },
        data: { acceptedAt: new Date() },
      }),
    );
  }
  if (lost.length > 0) deps.log.warn({ recovered: lost.length }, 'the inbox sweep recovered messages');
  return lost.length;
}
