import { MediaStatus } from '../../domain/media/media';
import type { Deps } from '../deps';
import { forgetBytes, lockStore } from './store-lock';

const DAY_MS = 24 * 3_600_000;
/** In one sweep: it comes again in a minute. */
const AT_MOST = 100;

/**
 * Removes files whose time is over. Their rows stay, with what was said in them.
 *
 * @returns how many were removed
 */
export async function sweepMedia(deps: Pick<Deps, 'db' | 'mediaStore' | 'env' | 'log'>): Promise<number> {
  const { retentionDays } = deps.env.media;
  if (retentionDays === 0) return 0;
  const over = await deps.db.withSystem((tx) =>
    tx.media.findMany({
      where: {
        status: MediaStatus.stored,
        createdAt: { lt: new Date(Date.now() - retentionDays * DAY_MS) },
      },
      orderBy: { createdAt: 'asc' },
      take: AT_MOST,
      select: { id: true, tenantId: true, sha256: true },
    }),
  );
  for (const { id, tenantId, sha256 } of over) {
    await deps.db.withTenant(tenantId, async (tx) => {
      await lockStore(tx, tenantId);
      await tx.media.updateMany({ where: { tenantId, id }, data: { status: MediaStatus.removed } });
      if (sha256 !== null) await forgetBytes(deps, tx, tenantId, sha256);
    });
  }
  if (over.length > 0) deps.log.info({ removed: over.length }, 'files whose time is over were removed');
  return over.length;
}
