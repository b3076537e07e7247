import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { ByteRange, MediaStore } from '../../../adapters/media-store/media-store';
import { hasErrorCode } from '../../../config/has-error-code';
import { NotFoundError } from '../../../domain/errors';
import { UNKNOWN_MIMETYPE } from '../../../domain/media/sniff';
import { parseRange } from './parse-range';

/** A customer's, or one of the company's own. */
interface StoredFile {
  id: string;
  tenantId: string;
  sha256: string;
  kind: string;
  mimetype: string | null;
  bytes: number | null;
  fileName: string | null;
}

/** What a browser may show or play in its place; all else it saves. No format that can run is ever among them. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/[a-z0-9]+|video\/[a-z0-9]+)$/;

/** A file never changes under its id; only this browser may keep it, and not for longer than its link lasts (s). */
const KEEP_SECONDS = 600;

/** Sends a stored file, or the part of it that a player asks for (RFC 9110, one range). */
export async function sendFile(
  store: MediaStore,
  file: StoredFile,
  req: Request,
  res: Response,
): Promise<void> {
  const size = file.bytes ?? 0;
  const range = parseRange(req.headers.range, size);
  if (range === 'unsatisfiable') {
    res.status(416).setHeader('content-range', `bytes */${size}`);
    res.end();
    return;
  }
  const opened = await store.open(file.tenantId, file.sha256, range);
  if (opened === undefined) throw new NotFoundError('File');
  res.status(range === undefined ? 200 : 206);
  setHeaders(res, file, range, size);
  if (req.method === 'HEAD') {
    opened.stream.destroy();
    res.end();
    return;
  }
  try {
    await pipeline(opened.stream, res);
  } catch (error) {
    // Players stop in the middle all the time; whatever else went wrong, the answer has begun.
    if (!hasErrorCode(error, 'ERR_STREAM_PREMATURE_CLOSE')) res.destroy();
  }
}

function setHeaders(res: Response, file: StoredFile, range: ByteRange | undefined, size: number): void {
  const mimetype = file.mimetype ?? UNKNOWN_MIMETYPE;
  const shown = file.kind !== 'document' && SHOWN.test(mimetype);
  res.set({
    'content-type': shown || mimetype === 'application/pdf' ? mimetype : UNKNOWN_MIMETYPE,
    'content-length': String(range === undefined ? size : range.end - range.start + 1),
    'content-disposition': disposition(shown ? 'inline' : 'attachment', file),
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${KEEP_SECONDS}`,
    // Whatever it is, and whatever a browser takes it for: it runs nothing and reaches nothing.
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
  });
}

/** RFC 6266: a plain name for old clients, the real one in UTF-8. The name is somebody's, so it is data. */
function disposition(how: 'inline' | 'attachment', file: StoredFile): string {
  const name = (file.fileName ?? `${file.kind}-${file.id.slice(-8)}`)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .toWellFormed();
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replaceAll('%', '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
