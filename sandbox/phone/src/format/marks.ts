/** A piece of a text as WhatsApp shows it. */
export interface Piece {
  text: string;
  mark?: 'bold' | 'italic' | 'strike';
}

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
/** Around words, on one line, and never inside a word. */
const MARKED = /(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;

/** Cuts a text at its marks. One mark does not hold another: good enough for a stand-in of a phone. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, sign, words = ''] = match;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: words, mark: MARKS[sign as keyof typeof MARKS] });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

export function withoutMarks(text: string): string {
  return piecesOf(text)
    .map((piece) => piece.text)
    .join('');
}
