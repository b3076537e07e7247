/** Suffixes with the fewest letters that must remain before them, longest first. */
const SUFFIXES: [suffix: string, rest: number][] = [
  ['amentos', 3],
  ['imentos', 3],
  ['amento', 3],
  ['imento', 3],
  ['adores', 4],
  ['idades', 4],
  ['ariam', 4],
  ['mente', 4],
  ['idade', 4],
  ['acoes', 3],
  ['icoes', 3],
  ['adora', 4],
  ['acao', 3],
  ['icao', 3],
  ['ador', 4],
  ['amos', 3],
  ['emos', 3],
  ['imos', 3],
  ['ando', 3],
  ['endo', 3],
  ['indo', 3],
  ['aram', 3],
  ['eram', 3],
  ['iram', 3],
  ['aria', 4],
  ['ados', 4],
  ['adas', 4],
  ['idos', 4],
  ['idas', 4],
  ['avam', 3],
  ['ado', 4],
  ['ada', 4],
  ['ido', 4],
  ['ida', 4],
  ['ava', 3],
  ['ar', 3],
  ['er', 3],
  ['ir', 3],
  ['am', 3],
  ['em', 3],
  ['ou', 3],
];

const PLURALS: [RegExp, string][] = [
  [/oes$/, 'ao'],
  [/aes$/, 'ao'],
  [/ais$/, 'al'],
  [/eis$/, 'el'],
  [/ois$/, 'ol'],
  [/ns$/, 'm'],
  [/([rz])es$/, '$1'],
  [/([^s])s$/, '$1'],
];

const known = new Map<string, string>();
const KEPT = 50_000;

/** A light stem of a Portuguese word that is already in lower case and without accents. */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size > KEPT) known.clear();
  const found = /\d/.test(word) || word.length < 4 ? word : withoutSuffix(word);
  known.set(word, found);
  return found;
}

function withoutSuffix(word: string): string {
  for (const [suffix, rest] of SUFFIXES) {
    if (word.endsWith(suffix) && word.length - suffix.length >= rest) return word.slice(0, -suffix.length);
  }
  const singular = singularOf(word);
  if (singular.endsWith('ao') || singular.length < 4) return singular;
  return singular.replace(/[aeoi]$/, '');
}

function singularOf(word: string): string {
  for (const [plural, ending] of PLURALS) {
    if (plural.test(word)) return word.replace(plural, ending);
  }
  return word;
}
