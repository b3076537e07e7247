import * as z from 'zod';
import { newId } from '../../config/new-id';
import { ConflictError, ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { MediaKind } from '../../domain/media/media';
import { fileMaxBytes, MEDIA_RULES } from '../../domain/media/media-rules';
import { sniff } from '../../domain/media/sniff';
import type { CompanyFile } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { type FlowUse, isUsedByPublished, usesInFlows } from '../flow/published-use';
import { forgetBytes, lockStore } from './store-lock';

type FileDeps = Pick<Deps, 'db' | 'mediaStore'>;
type Ctx = Pick<TenantContext, 'tenantId'>;

const MOST_FILES = 500;
/** Where nodes name files. */
const FILE_IDS = '$.nodes[*].settings.from.fileId';
const FILE_PLACES = '$.nodes[*] ? (@.settings.from.fileId == $id)';

export interface UsedFile extends CompanyFile {
  /** Automations that send it, by name. */
  usedBy: FlowUse[];
}

/** The tenant's own files, newest first, with what each is used by. */
export function listFiles({ db }: Pick<Deps, 'db'>, { tenantId }: Ctx): Promise<UsedFile[]> {
  return db.withTenant(tenantId, async (tx) => {
    const where = { tenantId };
    const files = await tx.companyFile.findMany({ where, orderBy: { createdAt: 'desc' }, take: MOST_FILES });
    if (files.length === 0) return [];
    const uses = await usesInFlows(tx, tenantId, FILE_IDS);
    return files.map((file) => ({ ...file, usedBy: uses.get(file.id) ?? [] }));
  });
}

/**
 * Keeps a file that may be sent as `kind`. What it is, is read from its bytes: neither name nor caller is believed.
 *
 * @throws ValidationError it is empty, larger than WhatsApp takes of the kind, not of the kind; or there are 500
 */
export async function addFile(
  deps: FileDeps,
  { tenantId }: Ctx,
  { name, kind, bytes }: { name: string; kind: MediaKind; bytes: Buffer },
): Promise<CompanyFile> {
  const mimetype = mimetypeOf(bytes, kind);
  const sha256 = await deps.mediaStore.put(tenantId, bytes);
  return deps.db.withTenant(tenantId, async (tx) => {
    await lockStore(tx, tenantId);
    if ((await tx.companyFile.count({ where: { tenantId } })) >= MOST_FILES) {
      await forgetBytes(deps, tx, tenantId, sha256);
      throw refused('name', `More than ${MOST_FILES} files`);
    }
    // Retention may have come by since they were written.
    if (!(await deps.mediaStore.has(tenantId, sha256))) await deps.mediaStore.put(tenantId, bytes);
    const data = { id: newId(), tenantId, name, kind, mimetype, bytes: bytes.length, sha256 };
    return tx.companyFile.create({ data });
  });
}

/**
 * @throws NotFoundError for a file that is not this tenant's
 * @throws ConflictError file_in_use: a published automation sends it, or a version that still has runs
 */
export async function removeFile(deps: FileDeps, { tenantId }: Ctx, id: string): Promise<void> {
  await deps.db.withTenant(tenantId, async (tx) => {
    await lockStore(tx, tenantId);
    const file = await tx.companyFile.findFirst({ where: { tenantId, id } });
    if (file === null) throw new NotFoundError('File');
    if (await isUsedByPublished(tx, tenantId, FILE_PLACES, id)) {
      throw new ConflictError(ErrorCode.file_in_use, 'A published automation sends the file');
    }
    await tx.companyFile.delete({ where: { id } });
    await forgetBytes(deps, tx, tenantId, file.sha256);
  });
}

/** @returns undefined when the tenant has no such file of its own */
export async function findFile(
  { db }: Pick<Deps, 'db'>,
  { tenantId }: Ctx,
  id: string,
): Promise<CompanyFile | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const found = await db.withTenant(tenantId, (tx) => tx.companyFile.findFirst({ where: { tenantId, id } }));
  return found ?? undefined;
}

/** @throws NotFoundError for a file that is not this tenant's */
export async function requireFile(deps: Pick<Deps, 'db'>, ctx: Ctx, id: string): Promise<CompanyFile> {
  const file = await findFile(deps, ctx, id);
  if (file === undefined) throw new NotFoundError('File');
  return file;
}

function mimetypeOf(bytes: Buffer, kind: MediaKind): string {
  const { types } = MEDIA_RULES[kind];
  if (bytes.length === 0) throw refused('body', 'The file is empty');
  if (bytes.length > fileMaxBytes(kind)) {
    throw new ValidationError(ErrorCode.body_too_large, `Larger than WhatsApp takes of ${kind}`);
  }
  const mimetype = sniff(bytes, kind);
  if (mimetype === undefined || (types && !types.some((each) => each === mimetype))) {
    throw refused('kind', `The file is no ${kind} that WhatsApp takes`);
  }
  return mimetype;
}

function refused(path: string, message: string): ValidationError {
  return new ValidationError(ErrorCode.validation_failed, message, {
    details: { fields: [{ path, message }] },
  });
}
