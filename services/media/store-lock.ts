import type { Transaction } from '../../adapters/postgres/database';
import { MediaStatus } from '../../domain/media/media';
import type { Deps } from '../deps';

/** One change at a time to what a tenant's store holds, until the transaction ends. */
export async function lockStore(tx: Transaction, tenantId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('media:' || ${tenantId}, 0))`;
}

/** Removes bytes that no row names any more, customers' files and the tenant's own. The store is locked. */
export async function forgetBytes(
  deps: Pick<Deps, 'mediaStore'>,
  tx: Transaction,
  tenantId: string,
  sha256: string,
): Promise<void> {
  const customers = await tx.media.count({ where: { tenantId, sha256, status: MediaStatus.stored } });
  const own = await tx.companyFile.count({ where: { tenantId, sha256 } });
  if (customers + own === 0) await deps.mediaStore.remove(tenantId, sha256);
}
