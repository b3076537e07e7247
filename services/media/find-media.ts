import { MediaStatus } from '../../domain/media/media';
import { NotFoundError } from '../../domain/errors';
import type { Media } from '../../prisma/generated/client';
import type { Deps } from '../deps';

/**
 * A file that can be shown: it is here, and its sender has not taken it back.
 *
 * @throws NotFoundError also for a file that is not this tenant's
 */
export async function findStoredMedia(
  deps: Pick<Deps, 'db'>,
  ctx: { tenantId: string },
  id: string,
): Promise<Media & { sha256: string }> {
  const { tenantId } = ctx;
  const file = await deps.db.withTenant(tenantId, (tx) =>
    tx.media.findFirst({
      where: { tenantId, id, status: MediaStatus.stored, message: { deletedAt: null } },
    }),
  );
  if (file === null || file.sha256 === null) throw new NotFoundError('File');
  return { ...file, sha256: file.sha256 };
}
