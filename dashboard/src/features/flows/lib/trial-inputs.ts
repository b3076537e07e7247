import { type FlowObject, type FlowValue, readPath } from '../../../../../domain/flow/runtime/value';

/** A value as it is typed into one line: a text as it is, anything else as JSON. */
export function typedValue(value: FlowValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What was typed, of the kind that was there: texts stay texts, anything else is JSON where it can be. */
export function readTyped(typed: string, before: FlowValue | undefined): FlowValue {
  if (typeof before === 'string') return typed;
  if (typed.trim() === '') return null;
  try {
    return JSON.parse(typed) as FlowValue;
  } catch {
    return typed;
  }
}

/** A copy with one place set, made where it is missing. */
export function putAt(scope: FlowObject, path: readonly string[], value: FlowValue): FlowObject {
  const put = (at: FlowValue | undefined, [key, ...rest]: readonly string[]): FlowValue => {
    if (key === undefined) return value;
    const inner = put(readPath(at, [key]), rest);
    if (Array.isArray(at) && /^\d+$/.test(key))
      return at.map((each, index) => (index === Number(key) ? inner : each));
    return { ...(typeof at === 'object' && !Array.isArray(at) ? at : {}), [key]: inner };
  };
  return put(scope, path) as FlowObject;
}
