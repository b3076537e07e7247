/** What variables of a flow hold: JSON, so that a run's state can be stored as it is. Dates are ISO 8601 texts. */
export type FlowValue = string | number | boolean | null | FlowValue[] | { [key: string]: FlowValue };
export type FlowObject = Record<string, FlowValue>;

export const FLOW_TYPES = ['text', 'number', 'boolean', 'date', 'list', 'object', 'file', 'any'] as const;
export type FlowType = (typeof FLOW_TYPES)[number];

/** Where in a value: names and places. */
export type Path = readonly (string | number)[];

/** A refusal is a value: code for programs, detail for people who write flows, place in the source (characters). */
export interface FlowFault {
  code: string;
  detail: string;
  start?: number;
  end?: number;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: FlowFault };

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const fault = (code: string, detail: string, start?: number, end?: number): Outcome<never> => ({
  ok: false,
  fault: { code, detail, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) },
});

export function isFlowObject(value: unknown): value is FlowObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own fields and places only: what a value inherits is never reached. */
export function readPath(value: unknown, path: Path): FlowValue | undefined {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    if (Array.isArray(current) && !/^\d+$/.test(String(key))) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current as FlowValue | undefined;
}

/** A copy with one place changed; what is not there stays away. */
export function withPath<T>(value: T, path: Path, next: FlowValue): T {
  const [key, ...rest] = path;
  if (key === undefined) return next as T;
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) =>
      index === Number(key) ? withPath(each, rest, next) : each,
    ) as T;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: withPath((value as Record<string, unknown>)[key], rest, next) };
}

export function isEmpty(value: FlowValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** As people read it inside a message. */
export function asText(value: FlowValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'sim' : 'não';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : '';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return value.map(asText).join(', ');
  return JSON.stringify(value);
}

/** A number out of `3`, `"3,5"`, `"1.234,50"` or `"R$ 10"`; undefined for anything else. */
export function asNumber(value: FlowValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const bare = value.replace(/^\s*R\$/, '').replace(/\s/g, '');
  const plain = bare.includes(',') ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Milliseconds since 1970 out of an ISO date, `dd/MM/yyyy` (midnight UTC) or a number of milliseconds. */
export function asInstant(value: FlowValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const brazilian = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value);
  const iso = brazilian ? `${brazilian[3] ?? ''}-${brazilian[2] ?? ''}-${brazilian[1] ?? ''}` : value;
  // Anything else Date.parse takes differs between engines.
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(iso))
    return undefined;
  const parsed = Date.parse(iso);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** How much a value weighs, in characters of JSON, counted no further than `limit`. */
export function weigh(value: unknown, limit: number): number {
  let weight = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && weight <= limit) {
    const current = open.pop();
    if (typeof current === 'string') weight += current.length + 2;
    else if (Array.isArray(current)) {
      weight += current.length + 2;
      for (let index = 0; index < current.length && open.length <= limit; index += 1)
        open.push(current[index]);
    } else if (typeof current === 'object' && current !== null) {
      weight += 2;
      for (const [key, each] of Object.entries(current)) {
        weight += key.length + 4;
        open.push(each);
      }
    } else weight += 8;
  }
  return weight;
}
