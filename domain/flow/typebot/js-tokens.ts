/** A piece of a JavaScript expression; `at` a template's hole is the source inside of `${}`. */
export type JsToken =
  | { is: 'number'; value: number }
  | { is: 'text'; value: string }
  | { is: 'template'; parts: (string | { source: string })[] }
  | { is: 'variable'; words: string }
  | { is: 'name'; name: string }
  | { is: 'sign'; sign: string };

const SIGNS = /^(?:===|!==|==|!=|<=|>=|&&|\|\||[-+*/<>!?:()[\].,])/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const ESCAPED = /^[ntr\\'"`$]$/;

/** Undefined for anything of JavaScript that is more than values, operators and names. Never throws. */
export function jsTokens(source: string): JsToken[] | undefined {
  const tokens: JsToken[] = [];
  let rest = source.trimStart();
  while (rest !== '') {
    const found = next(rest);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    rest = rest.slice(found.length).trimStart();
  }
  return tokens;
}

function next(rest: string): { token: JsToken; length: number } | undefined {
  const variable = /^\{\{[^{}]{1,200}\}\}/.exec(rest)?.[0];
  if (variable !== undefined) return { token: { is: 'variable', words: variable }, length: variable.length };
  // Neither octal nor hexadecimal, nor with an exponent: those end at a letter or a figure that may not stand there.
  const digits = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?![\w.])/.exec(rest)?.[0];
  if (digits !== undefined) return { token: { is: 'number', value: Number(digits) }, length: digits.length };
  const name = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0];
  if (name !== undefined) return { token: { is: 'name', name }, length: name.length };
  const [quote = ''] = rest;
  if (quote === '"' || quote === "'") return quoted(rest, quote);
  if (quote === '`') return template(rest);
  // Comments, and what begins a pattern, begin like a division.
  const sign = /^(?:\/[/*]|\*\*|\+\+|--|=>|\.\.)/.test(rest) ? undefined : SIGNS.exec(rest)?.[0];
  return sign === undefined ? undefined : { token: { is: 'sign', sign }, length: sign.length };
}

function quoted(rest: string, quote: string) {
  const read = textUntil(rest, 1, (at) => rest[at] === quote);
  if (read === undefined || rest.slice(0, read.end).includes('\n')) return undefined;
  return { token: { is: 'text', value: read.value } as const, length: read.end + 1 };
}

function template(rest: string) {
  const parts: (string | { source: string })[] = [];
  let at = 1;
  for (;;) {
    const read = textUntil(rest, at, (place) => rest[place] === '`' || rest.startsWith('${', place));
    if (read === undefined) return undefined;
    if (read.value !== '') parts.push(read.value);
    if (rest[read.end] === '`') return { token: { is: 'template', parts } as const, length: read.end + 1 };
    // A hole of variables, operators and plain texts; one with braces or templates of its own is not read.
    const hole = /^\$\{((?:\{\{[^{}`]*\}\}|[^{}`])*)\}/.exec(rest.slice(read.end));
    if (!hole) return undefined;
    parts.push({ source: hole[1] ?? '' });
    at = read.end + hole[0].length;
  }
}

/** What stands there until its end, without escapes; a variable inside of a text is not the variable's value there. */
function textUntil(rest: string, from: number, isEnd: (at: number) => boolean) {
  let value = '';
  let at = from;
  while (at < rest.length && !isEnd(at)) {
    if (rest[at] === '\\') {
      const escaped = rest[at + 1] ?? '';
      if (!ESCAPED.test(escaped)) return undefined;
      value += ESCAPES[escaped] ?? escaped;
      at += 2;
    } else {
      value += rest[at] ?? '';
      at += 1;
    }
  }
  return at >= rest.length || value.includes('{{') ? undefined : { value, end: at };
}
