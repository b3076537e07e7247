const KEY_MAX = 40;
/** Names that objects have by birth: the API takes none of them. */
const INHERITED = ['constructor', 'prototype'];

/**
 * The name under which an answer is kept, from the question: "Qual é o seu CPF?" is `qual_e_o_seu_cpf`. A name that is
 * taken gets a number.
 */
export function keyFromLabel(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '');
  const stem = cut(words, KEY_MAX) || 'campo';
  const free = (key: string) => !taken.includes(key) && !INHERITED.includes(key);
  if (free(stem)) return stem;
  for (let number = 2; ; number += 1) {
    const key = `${cut(stem, KEY_MAX - String(number).length - 1)}_${number}`;
    if (free(key)) return key;
  }
}

const cut = (text: string, length: number) => text.slice(0, length).replace(/_+$/, '');

export function isKey(key: string): boolean {
  return /^[a-z][a-z0-9_]{0,39}$/.test(key) && !INHERITED.includes(key);
}
