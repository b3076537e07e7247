/**
 * The importer says in English why a block came out otherwise; this is what the sentence is known by in the locales.
 * What names the block ("there is nothing like webhook here") is known by how it begins.
 */
export function reasonKey(reason: string): string {
  if (reason.startsWith('there is nothing like ')) return 'there_is_nothing_like';
  return reason
    .toLowerCase()
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '');
}
