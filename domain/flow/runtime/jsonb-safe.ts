import type { FlowValue } from './value';

/** The value without what PostgreSQL's jsonb refuses: NUL, and halves of characters beyond the basic plane. */
export function jsonbSafe<T extends FlowValue>(value: T): T;
export function jsonbSafe(value: FlowValue): FlowValue {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map((each) => jsonbSafe(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [jsonbSafe(key), jsonbSafe(each)]));
}
