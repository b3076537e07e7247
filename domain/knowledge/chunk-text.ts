/** The whole knowledge text of a tenant, in characters (S1.24). */
export const KNOWLEDGE_MAX_CHARACTERS = 50_000;

const CHUNK_CHARACTERS = 800;
const OVERLAP_CHARACTERS = 160;

/**
 * Cuts a text into pieces of about 800 characters that end where a sentence or line ends, each beginning with the
 * last sentences of the one before it (20 %). A sentence longer than a piece is cut at a space. Deterministic; every
 * word of the text is in some piece.
 */
export function chunkText(text: string): string[] {
  const chunks: string[] = [];
  let current: string[] = [];
  let fresh = 0;
  for (const sentence of splitSentences(text)) {
    if (fresh > 0 && lengthOf(current) + sentence.length > CHUNK_CHARACTERS) {
      chunks.push(current.join('').trim());
      current = overlapOf(current, CHUNK_CHARACTERS - sentence.length);
      fresh = 0;
    }
    current.push(sentence);
    fresh += 1;
  }
  if (fresh > 0) chunks.push(current.join('').trim());
  return chunks;
}

const sentences = new Intl.Segmenter('pt-BR', { granularity: 'sentence' });

/** Sentences and lines with the white space that follows them, none longer than a chunk, none blank. */
function splitSentences(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of sentences.segment(text)) {
    if (segment.trim() !== '') {
      found.push(segment);
      continue;
    }
    // A blank line is what tells a heading from a sentence: one stays.
    const before = found.at(-1);
    if (before !== undefined && !before.endsWith('\n\n')) found[found.length - 1] = `${before.trimEnd()}\n\n`;
  }
  return found.flatMap(cutAtSpaces);
}

function cutAtSpaces(piece: string): string[] {
  const cuts: string[] = [];
  let rest = piece;
  while (rest.length > CHUNK_CHARACTERS) {
    const space = rest.lastIndexOf(' ', CHUNK_CHARACTERS);
    const at = space > CHUNK_CHARACTERS / 2 ? space + 1 : CHUNK_CHARACTERS;
    cuts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...cuts, rest];
}

/** The last sentences that fit into the overlap and leave room for the next one. */
function overlapOf(sentences: string[], room: number): string[] {
  const kept: string[] = [];
  for (const sentence of [...sentences].reverse()) {
    if (lengthOf(kept) + sentence.length > Math.min(OVERLAP_CHARACTERS, room)) break;
    kept.unshift(sentence);
  }
  return kept;
}

function lengthOf(sentences: string[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}
