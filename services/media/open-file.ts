import { ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { FileToSend } from '../../domain/flow/order-words';
import { address } from '../../domain/flow/nodes/fields';
import type { Deps } from '../deps';
import { findStoredMedia } from './find-media';

export interface OpenedFile {
  type: FileToSend['type'];
  /** https address, or base64. */
  media: string;
  mimeType?: string | undefined;
  fileName?: string | undefined;
}

/**
 * A file as the provider takes it: by its address, or what we keep of it.
 *
 * @throws ValidationError for an address that is not https, or leads inward
 * @throws NotFoundError for a file that is not this tenant's, or not here any more
 */
export async function openFile(
  deps: Pick<Deps, 'db' | 'mediaStore'>,
  ctx: { tenantId: string },
  file: FileToSend,
): Promise<OpenedFile> {
  const { type, url, fileId, mimeType, fileName } = file;
  if (fileId === undefined) {
    const checked = address.safeParse(url ?? '');
    if (checked.success) return { type, media: checked.data, mimeType, fileName };
    throw new ValidationError(ErrorCode.validation_failed, 'A file is sent from a public https address');
  }
  const stored = await findStoredMedia(deps, ctx, fileId);
  const bytes = await deps.mediaStore.read(ctx.tenantId, stored.sha256);
  if (bytes === undefined) throw new NotFoundError('File');
  return {
    type,
    media: bytes.toString('base64'),
    mimeType: mimeType ?? stored.mimetype ?? undefined,
    fileName: fileName ?? stored.fileName ?? (type === 'document' ? 'arquivo' : undefined),
  };
}
