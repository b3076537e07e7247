import type { MediaKind } from './media';

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));

interface Signature {
  mimetype: string;
  /** Bytes that stand at an offset. */
  parts: { at: number; bytes: number[] }[];
}

const at = (offset: number, bytes: number[]) => ({ at: offset, bytes });

/** First match wins. Formats that run as a page (HTML, SVG) are not here, so they are never taken for a picture. */
const SIGNATURES: Signature[] = [
  { mimetype: 'image/png', parts: [at(0, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])] },
  { mimetype: 'image/jpeg', parts: [at(0, [0xff, 0xd8, 0xff])] },
  { mimetype: 'image/gif', parts: [at(0, ascii('GIF8'))] },
  { mimetype: 'image/webp', parts: [at(0, ascii('RIFF')), at(8, ascii('WEBP'))] },
  { mimetype: 'audio/wav', parts: [at(0, ascii('RIFF')), at(8, ascii('WAVE'))] },
  { mimetype: 'audio/ogg', parts: [at(0, ascii('OggS'))] },
  { mimetype: 'audio/mpeg', parts: [at(0, ascii('ID3'))] },
  { mimetype: 'audio/aac', parts: [at(0, [0xff, 0xf1])] },
  { mimetype: 'audio/aac', parts: [at(0, [0xff, 0xf9])] },
  { mimetype: 'audio/mpeg', parts: [at(0, [0xff, 0xfb])] },
  { mimetype: 'audio/mpeg', parts: [at(0, [0xff, 0xf3])] },
  { mimetype: 'audio/amr', parts: [at(0, ascii('#!AMR'))] },
  { mimetype: 'audio/flac', parts: [at(0, ascii('fLaC'))] },
  { mimetype: 'video/3gpp', parts: [at(4, ascii('ftyp3gp'))] },
  { mimetype: 'video/mp4', parts: [at(4, ascii('ftyp'))] },
  { mimetype: 'video/webm', parts: [at(0, [0x1a, 0x45, 0xdf, 0xa3])] },
  { mimetype: 'application/pdf', parts: [at(0, ascii('%PDF-'))] },
];

/** A container that holds sound alone as well as moving pictures. */
const SOUND_OF: Record<string, string> = {
  'video/mp4': 'audio/mp4',
  'video/webm': 'audio/webm',
  'video/3gpp': 'audio/3gpp',
};

/** For documents of a format we do not tell apart: browsers save it and never show it. */
export const UNKNOWN_MIMETYPE = 'application/octet-stream';

/**
 * What the bytes are, as a message of this kind: what the sender or the provider claims is not believed.
 *
 * @returns undefined when they are not of this kind at all
 */
export function sniff(bytes: Uint8Array, kind: MediaKind): string | undefined {
  const found = SIGNATURES.find(({ parts }) => parts.every((part) => holds(bytes, part)))?.mimetype;
  switch (kind) {
    case 'document':
      return found ?? UNKNOWN_MIMETYPE;
    case 'image':
      return found?.startsWith('image/') === true ? found : undefined;
    case 'video':
      return found?.startsWith('video/') === true ? found : undefined;
    case 'audio': {
      const sound = found === undefined ? undefined : (SOUND_OF[found] ?? found);
      return sound?.startsWith('audio/') === true ? sound : undefined;
    }
  }
}

function holds(bytes: Uint8Array, part: { at: number; bytes: number[] }): boolean {
  return part.bytes.every((byte, index) => bytes[part.at + index] === byte);
}
