import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { ErrorCode, UnauthorizedError } from '../../domain/errors';

/** Long enough to listen to a voice note and to come back to a picture; a copied link is soon worth nothing (s). */
export const MEDIA_LINK_SECONDS = 10 * 60;

interface LinkedMedia {
  tenantId: string;
  mediaId: string;
}

/**
 * A key that opens one file of one tenant for a few minutes: players and pictures ask by address alone and cannot
 * show a session. HMAC-SHA256 over tenant, file and end.
 */
export function signMediaLink(secret: string, file: LinkedMedia, expiresAt: Date): string {
  const until = Math.floor(expiresAt.getTime() / 1_000);
  return `${file.tenantId}.${until}.${seal(secret, file, until)}`;
}

/** @throws UnauthorizedError for a key that is not ours, not for this file, or over */
export function readMediaLink(secret: string, mediaId: string, key: string): LinkedMedia {
  const [tenantId = '', end = '', given = ''] = key.split('.');
  const until = Number(end);
  const wanted = Buffer.from(seal(secret, { tenantId, mediaId }, until));
  const got = Buffer.from(given);
  const isOurs = got.length === wanted.length && timingSafeEqual(got, wanted);
  if (!isOurs || !(until * 1_000 > Date.now())) {
    throw new UnauthorizedError(ErrorCode.token_invalid, 'The link to a file is not valid or has expired');
  }
  return { tenantId, mediaId };
}

function seal(secret: string, { tenantId, mediaId }: LinkedMedia, until: number): string {
  // Its own key: a link must not help to forge anything else that the secret signs.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'prosa media link', 32));
  return createHmac('sha256', key).update(`${tenantId}.${mediaId}.${until}`).digest('base64url');
}
