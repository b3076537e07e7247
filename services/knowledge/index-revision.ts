import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import { chunkText } from '../../domain/knowledge/chunk-text';
import type { Deps } from '../deps';
import { vectorLiteral } from './embed-question';

export interface RevisionRef {
  tenantId: string;
  documentId: string;
  revisionId: string;
}

/** Chunks sent to the embedding provider at once, and the step of the progress people see. */
const EMBED_BATCH = 32;

/**
 * Builds the index of a revision beside the one that answers, and swaps at the end (S1.28). May run again after a
 * crash: it starts over with the chunks, and swaps once. An older revision never replaces a newer one. All its vectors
 * are of one model, which is written beside them: an attempt that is thought dead and goes on with another model, while
 * a deployment replaces the workers, writes nothing any more.
 *
 * @param onProgress called after each batch (for heartbeats)
 */
export async function indexRevision(
  deps: Pick<Deps, 'db' | 'embed' | 'live' | 'log'>,
  ref: RevisionRef,
  options: { signal?: AbortSignal; onProgress?: () => void } = {},
): Promise<{ chunks: number }> {
  const inTenant = <T>(work: (tx: Transaction) => Promise<T>) => deps.db.withTenant(ref.tenantId, work);
  const revision = await inTenant(async (tx) => {
    const { count } = await tx.documentRevision.updateMany({
      where: { tenantId: ref.tenantId, id: ref.revisionId, status: { notIn: ['indexed', 'superseded'] } },
      data: {
        status: 'chunking',
        chunksDone: 0,
        error: null,
        embeddingModel: deps.embed.model,
        indexingAt: new Date(),
      },
    });
    if (count === 0) return null;
    await tx.chunk.deleteMany({ where: { tenantId: ref.tenantId, revisionId: ref.revisionId } });
    return tx.documentRevision.findUnique({ where: { id: ref.revisionId } });
  });
  if (revision === null) {
    // Indexed by an earlier attempt whose answer was lost, or gone with its tenant.
    return { chunks: 0 };
  }

  const chunks = chunkText(revision.text);
  deps.log.info(
    { revisionId: ref.revisionId, chunks: chunks.length, lengths: chunks.map((chunk) => chunk.length) },
    'knowledge cut into chunks',
  );
  await reportProgress(deps, ref, { status: 'embedding', chunkCount: chunks.length });

  for (let start = 0; start < chunks.length; start += EMBED_BATCH) {
    const batch = chunks.slice(start, start + EMBED_BATCH);
    const vectors = await deps.embed(batch, options.signal);
    const rows = batch.map((text, index) => ({
      id: newId(),
      position: start + index,
      text,
      embedding: vectorLiteral(vectors[index] ?? []),
    }));
    await inTenant(
      // The lock waits for an attempt that takes the revision over, and then finds another model there.
      (tx) => tx.$executeRaw`
        WITH mine AS (
          SELECT FROM document_revisions r
           WHERE r.tenant_id = ${ref.tenantId}::uuid AND r.id = ${ref.revisionId}::uuid
             AND r.embedding_model = ${deps.embed.model} FOR SHARE)
        INSERT INTO chunks (id, tenant_id, document_id, revision_id, position, text, embedding, terms)
        SELECT x.id, ${ref.tenantId}::uuid, ${ref.documentId}::uuid, ${ref.revisionId}::uuid, x.position, x.text,
               x.embedding::halfvec, search_terms(x.text)
          FROM mine, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, position int, text text, embedding text)
        ON CONFLICT (revision_id, position) DO NOTHING`,
    );
    await reportProgress(deps, ref, { chunksDone: start + batch.length });
    options.onProgress?.();
  }

  await inTenant((tx) => swapIndex(tx, ref, deps.embed.model));
  deps.live.publish(ref.tenantId, { type: 'knowledge' });
  return { chunks: chunks.length };
}

/** Marks a revision that cannot be indexed; what was indexed before goes on answering. */
export async function failRevision(
  deps: Pick<Deps, 'db' | 'live'>,
  ref: RevisionRef,
  reason: string,
): Promise<void> {
  await reportProgress(deps, ref, { status: 'failed', error: reason });
}

async function reportProgress(
  deps: Pick<Deps, 'db' | 'live'>,
  ref: RevisionRef,
  data: { status?: string; chunkCount?: number; chunksDone?: number; error?: string },
): Promise<void> {
  await deps.db.withTenant(ref.tenantId, (tx) =>
    tx.documentRevision.updateMany({
      where: { tenantId: ref.tenantId, id: ref.revisionId, status: { notIn: ['indexed', 'superseded'] } },
      data,
    }),
  );
  deps.live.publish(ref.tenantId, { type: 'knowledge' });
}

async function swapIndex(tx: Transaction, ref: RevisionRef, model: string): Promise<void> {
  const { tenantId, documentId, revisionId } = ref;
  // Locks the document, so that two revisions that finish at once are compared one after the other.
  await tx.$executeRaw`SELECT FROM documents WHERE tenant_id = ${tenantId}::uuid AND id = ${documentId}::uuid FOR UPDATE`;
  const document = await tx.document.findFirst({ where: { tenantId, id: documentId } });
  const revision = await tx.documentRevision.findFirst({ where: { tenantId, id: revisionId } });
  if (document === null || revision === null) throw new NotFoundError('Document revision');
  const current =
    document.currentRevisionId === null
      ? null
      : await tx.documentRevision.findFirst({ where: { tenantId, id: document.currentRevisionId } });
  if (current !== null && current.number > revision.number) {
    await tx.documentRevision.update({ where: { id: revisionId }, data: { status: 'superseded' } });
    await tx.chunk.deleteMany({ where: { tenantId, revisionId } });
    return;
  }
  const { count } = await tx.documentRevision.updateMany({
    where: { tenantId, id: revisionId, embeddingModel: model },
    data: { status: 'indexed', indexedAt: new Date() },
  });
  // An attempt with another model has taken it over, and swaps when it is done.
  if (count === 0) return;
  await tx.document.update({ where: { id: documentId }, data: { currentRevisionId: revisionId } });
  await tx.chunk.deleteMany({
    where: {
      tenantId,
      documentId,
      revisionId: { not: revisionId },
      revision: { number: { lt: revision.number } },
    },
  });
}
