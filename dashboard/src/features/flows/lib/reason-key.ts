/**
 * The importer says in English why a block came out otherwise; this is what the sentence is known by in the locales.
 * What names the block ("there is nothing like webhook here") is known by how it begins.
 */
export function reasonKey(reason: string): string {
  if (reason.startsWith('there is nothing like ')) return 'there-is-nothing-like';
  return reason
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
