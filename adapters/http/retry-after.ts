/**
 * What a Retry-After header asks for (RFC 9110 §10.2.3: seconds, or a date).
 *
 * @param maxMs who asks for more is asked again after this (ms)
 * @returns ms; undefined when it asks for nothing that can be read
 */
export function readRetryAfter(value: string | null | undefined, maxMs: number): number | undefined {
  if (value === undefined || value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return wait > 0 ? Math.min(wait, maxMs) : undefined;
}
