const ESCAPED = /[<>&\u2028\u2029]/g;

/** JSON as Rails writes it: what could end a script tag is escaped, so that re-encoding a body breaks its signature. */
export function railsJson(value: unknown): string {
  return JSON.stringify(value).replace(
    ESCAPED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
