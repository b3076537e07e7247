/** WhatsApp's own marks, and links. Never HTML: the parts are rendered as elements. */
export type RichPart =
  | { type: 'text'; text: string }
  | { type: 'link'; text: string; href: string }
  | { type: 'bold' | 'italic' | 'strike' | 'mono'; parts: RichPart[] };

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** A mark opens before a word and closes after one, on the same line, and never inside a word. */
const PATTERN =
  /```([^`]+)```|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"]+|www\.[^\s<>"]+\.[^\s<>"]+)/u;

export function parseRichText(text: string): RichPart[] {
  const match = PATTERN.exec(text);
  if (match === null) return text === '' ? [] : [{ type: 'text', text }];
  const [whole, mono, mark, marked, address] = match;
  const before = text.slice(0, match.index);
  const link = address === undefined ? undefined : trimmedLink(address);
  const used = link?.text.length ?? whole.length;
  const part: RichPart =
    link ??
    (mono === undefined
      ? { type: MARKS[mark as keyof typeof MARKS], parts: parseRichText(marked ?? '') }
      : { type: 'mono', parts: [{ type: 'text', text: mono }] });
  return [
    ...(before === '' ? [] : [{ type: 'text' as const, text: before }]),
    part,
    ...parseRichText(text.slice(match.index + used)),
  ];
}

/** The words without their marks, for where there is one line and one weight. */
export function plainTextOf(text: string): string {
  return parseRichText(text).map(plain).join('');
}

function plain(part: RichPart): string {
  return 'parts' in part ? part.parts.map(plain).join('') : part.text;
}

/** The full stop after an address ends the sentence. */
function trimmedLink(address: string): Extract<RichPart, { type: 'link' }> {
  const text = address.replace(/[.,;:!?)\]}'*_~]+$/, '');
  return { type: 'link', text, href: text.startsWith('www.') ? `https://${text}` : text };
}
