import { sha256 } from './sha256';

/** A UUID made of a text: the same text, the same UUID (RFC 9562 §5.8: version 8 is what the application makes of it). */
export function uuidV8(text: string): string {
  const hash = sha256(text);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
