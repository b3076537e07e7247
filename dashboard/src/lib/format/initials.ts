/** Of the first and the last word that begin with a letter; nothing for who has no name. */
export function initialsOf(name: string | null): string {
  const letters = (name ?? '').split(/\s+/).flatMap((word) => /^\p{L}/u.exec(word)?.[0] ?? []);
  const [first = '', ...rest] = letters;
  return `${first}${rest.at(-1) ?? ''}`.toLocaleUpperCase();
}
