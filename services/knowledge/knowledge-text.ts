import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { ErrorCode, ValidationError } from '../../domain/errors';
import { KNOWLEDGE_MAX_CHARACTERS } from '../../domain/knowledge/chunk-text';
import type { DocumentRevision } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';

/** The knowledge text and how far its indexing is. While a new one is indexed, the old one answers. */
export interface KnowledgeText {
  /** What flows name it by; null before the first text. */
  documentId: string | null;
  text: string;
  characters: number;
  limit: number;
  status: 'empty' | 'indexing' | 'indexed' | 'failed';
  /** What the indexing does right now. */
  phase: 'pending' | 'chunking' | 'embedding' | null;
  chunks: number;
  chunksDone: number;
  /** Why it failed, for people. */
  error: string | null;
  updatedAt: Date | null;
}

const DOCUMENT_KIND = 'text';
const DOCUMENT_TITLE = 'Meu conhecimento';

export async function getKnowledgeText(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<KnowledgeText> {
  const revision = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.documentRevision.findFirst({
      where: { tenantId: ctx.tenantId, document: { kind: DOCUMENT_KIND } },
      orderBy: { number: 'desc' },
    }),
  );
  return describe(revision);
}

/**
 * Stores the text as a new revision and starts its indexing.
 *
 * @throws ValidationError knowledge_too_long beyond 50,000 characters; nothing changes then
 */
export async function saveKnowledgeText(
  deps: Pick<Deps, 'db' | 'workflows' | 'live'>,
  ctx: TenantContext,
  text: string,
): Promise<KnowledgeText> {
  const revision = await storeRevision(deps, ctx, text);
  await deps.workflows.ingestDocument({
    tenantId: ctx.tenantId,
    documentId: revision.documentId,
    revisionId: revision.id,
    number: revision.number,
  });
  deps.live.publish(ctx.tenantId, { type: 'knowledge' });
  return describe(revision);
}

/** The first half of saving: what is stored and not indexed yet. */
export async function storeRevision(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId' | 'userId'>,
  text: string,
): Promise<DocumentRevision> {
  if (text.length > KNOWLEDGE_MAX_CHARACTERS) {
    throw new ValidationError(ErrorCode.knowledge_too_long, 'The knowledge text is too long', {
      details: { characters: text.length, limit: KNOWLEDGE_MAX_CHARACTERS },
    });
  }
  return deps.db.withTenant(ctx.tenantId, async (tx) => {
    const { tenantId } = ctx;
    await lockRevisions(tx, tenantId);
    const document =
      (await tx.document.findFirst({ where: { tenantId, kind: DOCUMENT_KIND } })) ??
      (await tx.document.create({
        data: { id: newId(), tenantId, kind: DOCUMENT_KIND, title: DOCUMENT_TITLE },
      }));
    const last = await tx.documentRevision.findFirst({
      where: { tenantId, documentId: document.id },
      orderBy: { number: 'desc' },
    });
    return tx.documentRevision.create({
      data: {
        id: newId(),
        tenantId,
        documentId: document.id,
        number: (last?.number ?? 0) + 1,
        text,
        createdById: ctx.userId,
      },
    });
  });
}

/** Who adds a revision waits here for whoever is adding one, so that they are numbered one after the other. */
export async function lockRevisions(tx: Transaction, tenantId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM tenants WHERE id = ${tenantId}::uuid FOR UPDATE`;
}

function describe(revision: DocumentRevision | null): KnowledgeText {
  const base = { limit: KNOWLEDGE_MAX_CHARACTERS, phase: null, chunks: 0, chunksDone: 0, error: null };
  if (revision === null) {
    return { ...base, documentId: null, text: '', characters: 0, status: 'empty', updatedAt: null };
  }
  const { documentId, text, chunkCount, chunksDone, createdAt } = revision;
  const common = {
    ...base,
    documentId,
    text,
    characters: text.length,
    chunks: chunkCount,
    chunksDone,
    updatedAt: createdAt,
  };
  switch (revision.status) {
    case 'indexed':
      return { ...common, status: text.trim() === '' ? 'empty' : 'indexed' };
    case 'failed':
      return { ...common, status: 'failed', error: revision.error };
    case 'chunking':
    case 'embedding':
      return { ...common, status: 'indexing', phase: revision.status };
    default:
      return { ...common, status: 'indexing', phase: 'pending' };
  }
}
