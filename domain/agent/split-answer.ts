/** An answer up to this long is one balloon; a longer one is parted into balloons of about this length. */
export const BALLOON_CHARACTERS = 600;
/** More than this many balloons reads as a flood: each becomes longer instead. */
export const BALLOONS_AT_MOST = 6;

/** Good places to part, best first: which one is taken when several fit. */
const PLACES = [
  // Between paragraphs.
  { pattern: /\n[ \t]*\n\s*/g, fill: 0.35 },
  // Between lines.
  { pattern: /\n\s*/g, fill: 0.35 },
  // After a sentence, not after an abbreviation.
  {
    pattern:
      /(?<!\b(?:Dr|Dra|Sr|Sra|Srs|Prof|Profa|Av|R|Rua|nº|n|ex|etc|tel|art|pág|p|obs))[.!?…]+["'”’)*_]*[ \t]+(?=\S)/gi,
    fill: 0.25,
  },
  // Between clauses, then between words: only for a sentence that is too long by itself.
  { pattern: /[,;:][ \t]+/g, fill: 0.5 },
  { pattern: /[ \t]+/g, fill: 0 },
] as const;

/** What must stay in one piece, wherever a place to part is found. */
const WHOLE = [
  // Addresses and e-mails.
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /\S+@\S+\.\S+/g,
  // Fixed-width, bold, italic, struck through.
  /```[\s\S]*?```/g,
  /(\*\*?|_|~|`)(?=\S)[^\n]*?\S\1(?![\p{L}\p{N}])/gu,
  // List items, with the lines indented under them.
  /^[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t]+[^\n]*(?:\n[ \t]{2,}\S[^\n]*)*/gm,
  // Amounts, dates, times, telephone numbers, documents; the unit or currency beside them.
  /(?:R\$|US\$|€|\+)?[ \t]?\(?\d[\d.,:/()\-– ]*\d(?:[ \t]?(?:%|[a-z]{1,3}\b))?/gi,
  /(?:R\$|US\$|€)[ \t]?\d/g,
  // A line that announces what follows.
  /:[ \t]*\n\s*(?=\S)/g,
] as const;

/**
 * Parts a long answer into balloons, at paragraphs, else lines, else sentences. Nothing is lost, added or moved: the
 * parts are the answer without the white space between them. An address, an amount, a list item or a bold span stays
 * whole, even if its balloon becomes longer for it.
 *
 * @returns at least one part, none empty; the answer itself when it is short
 */
export function splitAnswer(
  answer: string,
  limits: { characters: number; balloons: number } = {
    characters: BALLOON_CHARACTERS,
    balloons: BALLOONS_AT_MOST,
  },
): string[] {
  const text = answer.trim();
  if (text.length <= limits.characters) return [text];
  const places = placesIn(text);
  let characters = Math.max(limits.characters, Math.ceil(text.length / limits.balloons));
  for (;;) {
    const parts = pack(text, places, characters);
    if (parts.length <= limits.balloons) return parts;
    characters = Math.ceil(characters * 1.15);
  }
}

interface Place {
  /** Where the part before ends, and the part after begins. */
  end: number;
  start: number;
  rank: number;
}

function placesIn(text: string): Place[] {
  const whole = WHOLE.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    })),
  );
  return PLACES.flatMap(({ pattern }, rank) =>
    [...text.matchAll(pattern)].map((match) => {
      const start = match.index + match[0].length;
      return { end: start - (/\s+$/.exec(match[0])?.[0].length ?? 0), start, rank };
    }),
  ).filter(({ end, start }) => !whole.some(({ from, to }) => from < start && to > end));
}

function pack(text: string, places: Place[], characters: number): string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > characters) {
    const place = bestPlace(places, from, characters) ?? nextPlace(places, from + characters);
    if (place === undefined) break;
    parts.push(text.slice(from, place.end));
    from = place.start;
  }
  return [...parts, text.slice(from)].filter((part) => part.trim() !== '');
}

/** The last place of the best kind that leaves the balloon full enough. */
function bestPlace(places: Place[], from: number, characters: number): Place | undefined {
  const fitting = places.filter(({ end }) => end > from && end - from <= characters);
  for (const [rank, { fill }] of PLACES.entries()) {
    const last = fitting
      .filter((place) => place.rank === rank && place.end - from >= fill * characters)
      .reduce<Place | undefined>((a, b) => (a === undefined || b.end > a.end ? b : a), undefined);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Nothing fits: the first place after what must stay whole. */
function nextPlace(places: Place[], after: number): Place | undefined {
  return places
    .filter(({ end }) => end > after)
    .reduce<Place | undefined>(
      (a, b) => (a === undefined || b.end < a.end || (b.end === a.end && b.rank < a.rank) ? b : a),
      undefined,
    );
}
