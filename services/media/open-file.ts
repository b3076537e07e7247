import { OutboundError } from '../../adapters/http/outbound-error';
import type { OutboundAnswer } from '../../adapters/http/outbound-http';
import { ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { FileToSend } from '../../domain/flow/order-words';
import type { Deps } from '../deps';
import { findFile } from './company-files';
import { findStoredMedia } from './find-media';

export interface OpenedFile {
  type: FileToSend['type'];
  /** Base64. */
  media: string;
  mimeType?: string | undefined;
  fileName?: string | undefined;
}

/** What a file at an address may take to come (ms), and how large it may be: what a provider takes of most kinds. */
const FETCH_TIMEOUT_MS = 10_000;
const FETCH_ATTEMPTS = 2;
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/**
 * A file as the provider takes it: what we keep of it (the tenant's own, or one that a customer sent), or what stands at its address. We fetch it ourselves, so that no
 * address leads the provider, which stands inside, anywhere inward.
 *
 * @throws ValidationError for an address that leads inward, has no such file, or does not answer
 * @throws NotFoundError for a file that is not this tenant's, or not here any more
 */
export async function openFile(
  deps: Pick<Deps, 'db' | 'mediaStore' | 'outbound'>,
  ctx: { tenantId: string },
  file: FileToSend,
): Promise<OpenedFile> {
  const { type, url, fileId, mimeType, fileName } = file;
  if (fileId === undefined) return fetchFile(deps, file, url ?? '');
  const own = await findFile(deps, ctx, fileId);
  const stored =
    own === undefined ? await findStoredMedia(deps, ctx, fileId) : { ...own, fileName: own.name };
  const bytes = await deps.mediaStore.read(ctx.tenantId, stored.sha256);
  if (bytes === undefined) throw new NotFoundError('File');
  return {
    type,
    media: bytes.toString('base64'),
    mimeType: stored.mimetype ?? mimeType,
    fileName: fileName ?? stored.fileName ?? (type === 'document' ? 'arquivo' : undefined),
  };
}

async function fetchFile(
  { outbound }: Pick<Deps, 'outbound'>,
  { type, mimeType, fileName }: FileToSend,
  url: string,
): Promise<OpenedFile> {
  const { status, headers, body } = await get(outbound, url, FETCH_ATTEMPTS);
  if (status < 200 || status >= 300) throw refused(`The file's address answered ${status}`);
  if (body.length === 0) throw refused('The file is empty');
  const said = /^[\w.+-]+\/[\w.+-]+/.exec(headers['content-type'] ?? '')?.[0].toLowerCase();
  // Stores answer with this for anything: the provider looks for itself.
  const known = said === 'application/octet-stream' && type !== 'document' ? undefined : said;
  // A page instead of a picture: the address is of something else.
  if (type !== 'document' && known !== undefined && known.split('/')[0] !== type) {
    throw refused(`At the file's address is ${known}, and no ${type}`);
  }
  return {
    type,
    media: body.toString('base64'),
    mimeType: mimeType ?? known,
    fileName: fileName ?? (type === 'document' ? 'arquivo' : undefined),
  };
}

/** What may heal is tried once more; a customer is not kept waiting for longer by a host that is away. */
async function get(outbound: Deps['outbound'], url: string, attempts: number): Promise<OutboundAnswer> {
  const again = () => get(outbound, url, attempts - 1);
  try {
    const answer = await outbound.call({
      method: 'GET',
      url,
      timeoutMs: FETCH_TIMEOUT_MS,
      maxBytes: MAX_FILE_BYTES,
    });
    return attempts > 1 && (answer.status === 429 || answer.status >= 500) ? await again() : answer;
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (attempts > 1 && (error.reason === 'timeout' || error.reason === 'unreachable')) return again();
    throw refused(error.message);
  }
}

const refused = (message: string) => new ValidationError(ErrorCode.validation_failed, message);
