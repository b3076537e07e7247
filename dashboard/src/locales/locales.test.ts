import { readdirSync, readFileSync } from 'node:fs';

const NAMESPACES = [
  'auth',
  'channel',
  'common',
  'config',
  'conversation',
  'flow-editor',
  'flows',
  'integrations',
  'knowledge',
  'profile',
  'support',
  'team',
  'tutorial',
];
const LANGUAGES = ['pt-br', 'en', 'es'];

/** Every text of a language by its full key. */
function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const namespace of NAMESPACES) {
    const file = new URL(`./${language}/${namespace}.json`, import.meta.url);
    collect(JSON.parse(readFileSync(file, 'utf8')), namespace, texts);
  }
  return texts;
}

function collect(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`, into);
  }
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const reference = textsOf('pt-br');

describe('locales', () => {
  it.each(LANGUAGES)('%s has one file a namespace and no others', (language) => {
    const files = readdirSync(new URL(`./${language}/`, import.meta.url)).filter((f) => f.endsWith('.json'));
    expect(files.sort()).toEqual(NAMESPACES.map((namespace) => `${namespace}.json`));
  });

  it.each(LANGUAGES)('%s has every text, and none too many', (language) => {
    expect([...textsOf(language).keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it.each(LANGUAGES)('%s leaves no text empty', (language) => {
    const empty = [...textsOf(language)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(['en', 'es'])('%s fills in what Portuguese fills in', (language) => {
    const texts = textsOf(language);
    const different = [...reference].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(texts.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it.each(LANGUAGES)('%s has both numbers of everything that is counted', (language) => {
    const keys = textsOf(language);
    const halves = [...keys.keys()]
      .filter((key) => /_(one|other)$/.test(key))
      .filter((key) => !keys.has(key.replace(/_(one|other)$/, key.endsWith('_one') ? '_other' : '_one')));
    expect(halves).toEqual([]);
  });

  it.each(['en', 'es'])('%s is not Portuguese', (language) => {
    const texts = textsOf(language);
    const portuguese = [...texts].filter(([, text]) => /(ção|ções|você|não|ões|ã)/i.test(text));
    expect(portuguese.map(([key]) => key)).toEqual([]);
  });
});
