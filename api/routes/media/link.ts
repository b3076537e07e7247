import * as z from 'zod';
import { MEDIA_LINK_SECONDS, signMediaLink } from '../../../services/media/media-link';
import type { ApiDeps } from '../../endpoint';
import { time } from '../../schemas';

export const linkSchema = z.object({ url: z.string(), expiresAt: time });

/** An address of a file of the caller's tenant that needs no session. @param path of the file, which `/file` comes after */
export function linkTo(
  { env }: Pick<ApiDeps, 'env'>,
  { tenantId }: { tenantId: string },
  path: string,
  mediaId: string,
): z.infer<typeof linkSchema> {
  const expiresAt = new Date(Date.now() + MEDIA_LINK_SECONDS * 1_000);
  const key = signMediaLink(env.jwtSecret, { tenantId, mediaId }, expiresAt);
  return { url: `${path}/file?key=${encodeURIComponent(key)}`, expiresAt: expiresAt.toISOString() };
}
