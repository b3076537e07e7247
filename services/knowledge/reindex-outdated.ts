import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import type { DocumentRevision } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { lockRevisions } from './knowledge-text';

/** Documents a sweep begins with at most: the provider of embeddings has limits, and customers wait for it too. */
const AT_MOST = 20;
/** What could not be indexed is left alone this long (minutes). */
const RETRY_AFTER_MINUTES = 60;

const outdatedSchema = z.array(z.object({ tenantId: z.uuid(), id: z.uuid() }));

/**
 * Has indexed anew what another embedding model than ours has indexed, by the way of every saved text: a new revision
 * with the same words, whose index is built beside the old one and swapped at the end. Until then the old one answers,
 * by its words. A document whose newest revision is being indexed is left alone, so that running twice changes nothing;
 * one whose newest revision failed is tried again after an hour.
 *
 * While a deployment brings another model, workers of both may index a document in turn; the new ones have the last word.
 *
 * @returns how many documents were begun with, 20 at most
 */
export async function reindexOutdated(
  deps: Pick<Deps, 'db' | 'embed' | 'workflows' | 'live' | 'log'>,
): Promise<number> {
  const { model } = deps.embed;
  const outdated = outdatedSchema.parse(await deps.db.withSystem((tx) => findOutdated(tx, model)));
  let begun = 0;
  for (const { tenantId, id } of outdated) {
    const revision = await deps.db.withTenant(tenantId, (tx) => renew(tx, tenantId, id));
    if (revision === null) continue;
    // If this fails, the sweep of texts that nobody indexes hands it over a minute later.
    await deps.workflows.ingestDocument({
      tenantId,
      documentId: revision.documentId,
      revisionId: revision.id,
      number: revision.number,
    });
    deps.live.publish(tenantId, { type: 'knowledge' });
    begun += 1;
  }
  if (begun > 0) deps.log.info({ documents: begun, model }, 'indexing anew what another model has indexed');
  return begun;
}

/** The newest revision of each document whose index in use is of another model; an empty text has no index. */
function findOutdated(tx: Transaction, model: string): Promise<unknown> {
  return tx.$queryRaw`
    SELECT newest.tenant_id AS "tenantId", newest.id
      FROM document_revisions newest
     WHERE NOT EXISTS (SELECT FROM document_revisions n
                        WHERE n.document_id = newest.document_id AND n.number > newest.number)
       AND (newest.status = 'indexed'
            OR newest.status = 'failed'
               AND coalesce(newest.indexing_at, newest.created_at) < now() - ${RETRY_AFTER_MINUTES} * interval '1 minute')
       AND (SELECT used.chunk_count > 0 AND used.embedding_model IS DISTINCT FROM ${model}
              FROM document_revisions used
             WHERE used.document_id = newest.document_id AND used.status = 'indexed'
             ORDER BY used.number DESC LIMIT 1)
     ORDER BY newest.indexing_at NULLS FIRST, newest.id
     LIMIT ${AT_MOST}`;
}

/** @returns the revision to index; null when somebody saved or renewed meanwhile */
async function renew(tx: Transaction, tenantId: string, id: string): Promise<DocumentRevision | null> {
  await lockRevisions(tx, tenantId);
  const last = await tx.documentRevision.findFirst({ where: { tenantId, id } });
  if (last === null) return null;
  const { documentId, number, text, createdById, createdAt } = last;
  const newer = await tx.documentRevision.count({ where: { tenantId, documentId, number: { gt: number } } });
  if (newer > 0) return null;
  switch (last.status) {
    case 'failed':
      return tx.documentRevision.update({
        where: { id },
        data: { status: 'pending', error: null, indexingAt: new Date() },
      });
    case 'indexed':
      // The words are as old as they were, and whose they were.
      return tx.documentRevision.create({
        data: { id: newId(), tenantId, documentId, number: number + 1, text, createdById, createdAt },
      });
    default:
      return null;
  }
}
