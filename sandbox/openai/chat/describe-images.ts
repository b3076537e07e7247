import { DESCRIPTION_KEYWORD } from '../../png';
import type { ChatMessage } from './chat-request';

const SEEN = 'Uma imagem.';
/** Keyword, end of it, two flags, two empty fields: then the words (PNG, iTXt). */
const BEFORE_WORDS = DESCRIPTION_KEYWORD.length + 5;

/** Says what is written in the pictures of the last message; undefined when there are none. */
export function describeImages(messages: ChatMessage[]): string | undefined {
  const images = messages.at(-1)?.images ?? [];
  return images.length === 0 ? undefined : images.map((image) => descriptionIn(image) ?? SEEN).join(' ');
}

function descriptionIn(png: Buffer): string | undefined {
  const type = png.indexOf('iTXt');
  if (type < 4) return undefined;
  const words = png.subarray(type + 4, type + 4 + png.readUInt32BE(type - 4));
  return words.toString('latin1', 0, DESCRIPTION_KEYWORD.length) === DESCRIPTION_KEYWORD
    ? words.toString('utf8', BEFORE_WORDS)
    : undefined;
}
