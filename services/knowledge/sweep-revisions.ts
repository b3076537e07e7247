import type { Deps } from '../deps';

/** A saved revision that nobody indexes after this long was never handed to its workflow (ms). */
const GRACE_MS = 60_000;

/** Starts the indexing of saved texts whose workflow never began. @returns how many */
export async function sweepRevisions(deps: Pick<Deps, 'db' | 'workflows' | 'log'>): Promise<number> {
  const lost = await deps.db.withSystem((tx) =>
    tx.documentRevision.findMany({
      where: { status: 'pending', createdAt: { lt: new Date(Date.now() - GRACE_MS) } },
      take: 100,
    }),
  );
  for (const revision of lost) {
    await deps.workflows.ingestDocument({
      tenantId: revision.tenantId,
      documentId: revision.documentId,
      revisionId: revision.id,
      number: revision.number,
    });
  }
  if (lost.length > 0) deps.log.warn({ recovered: lost.length }, 'the sweep recovered unindexed texts');
  return lost.length;
}
