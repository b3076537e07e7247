import { sha256 } from '../sha256';

/** One spelling for equal values: keys in order, nothing undefined. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return typeof value === 'function' ? 'null' : JSON.stringify(value);
}

/** SHA-256 of the canonical spelling, in hexadecimal. */
export function fingerprint(value: unknown): string {
  return sha256(canonical(value));
}
