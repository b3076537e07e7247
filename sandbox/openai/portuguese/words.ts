import { stem } from './stem';
import { stopWords } from './stop-words';

/** Lower case, no accents; amounts of money, clock times and instalments become words. */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/r\$/g, ' reais ')
    .replace(/\b(\d{1,2}):(\d{2})\b/g, '$1h$2')
    .replace(/\b(\d{1,2})x\b/g, '$1 vezes');
}

export function words(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stems of the words that say something. */
export function contentStems(text: string): string[] {
  return words(text)
    .filter((word) => !stopWords.has(word))
    .map(stem);
}
