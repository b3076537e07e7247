import type { MediaKind } from './media';

const MB = 1_048_576;

/** What WhatsApp takes of each kind: megabytes, and what the bytes may be. */
export const MEDIA_RULES = {
  image: { most: 5, types: ['image/jpeg', 'image/png', 'image/webp'] },
  audio: { most: 16, types: ['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/amr'] },
  video: { most: 16, types: ['video/mp4', 'video/3gpp'] },
  document: { most: 100, types: undefined },
} as const;

/** Of a company's own file (bytes): what is sent goes through memory. */
export const FILE_MAX_BYTES = 16 * MB;

/** The same of one that is sent as `kind`. */
export function fileMaxBytes(kind: MediaKind): number {
  return Math.min(FILE_MAX_BYTES, MEDIA_RULES[kind].most * MB);
}

/** As what a file of this type is sent: a document where WhatsApp takes it as nothing else. */
export function kindOfFile(mimetype: string): MediaKind {
  const takes = (kind: 'image' | 'audio' | 'video') =>
    MEDIA_RULES[kind].types.some((type) => type === mimetype);
  return (['image', 'audio', 'video'] as const).find(takes) ?? 'document';
}
