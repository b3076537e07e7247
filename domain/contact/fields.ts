import { ErrorCode, ValidationError } from '../errors';
import { canonical } from '../flow/canonical';
import type { FlowObject, FlowValue } from '../flow/runtime/value';

/** Of a contact's fields, and of a conversation's variables. */
export const FIELD_LIMITS = {
  count: 50,
  /** Of all of them as JSON, in UTF-8. */
  bytes: 16 * 1024,
  /** Lists and objects inside of each other. */
  depth: 4,
} as const;

/** As names of variables in flows (domain/flow/nodes/fields.ts), less what objects have by birth. */
const NAME = /^[a-z_][a-z0-9_]{0,39}$/;
const INHERITED = ['__proto__', 'constructor', 'prototype'];

export interface FieldChange {
  fields: FlowObject;
  /** Names whose value is another now, or that are gone. */
  changed: string[];
}

/**
 * Sets some fields and keeps the others; null takes one away. The same again changes nothing.
 *
 * @throws ValidationError for a name that is none, or values beyond FIELD_LIMITS
 */
export function changeFields(before: Readonly<FlowObject>, set: Readonly<FlowObject>): FieldChange {
  const fields = new Map(Object.entries(before));
  const changed: string[] = [];
  for (const [name, given] of Object.entries(set)) {
    if (!NAME.test(name) || INHERITED.includes(name)) throw wrong(name, 'not a name for a field');
    if (depthOf(given) > FIELD_LIMITS.depth) throw wrong(name, 'lists inside of lists, too deep');
    const value = storable(given);
    const known = fields.get(name);
    if (value === null ? known === undefined : known !== undefined && same(known, value)) continue;
    if (value === null) fields.delete(name);
    else fields.set(name, value);
    changed.push(name);
  }
  const result = Object.fromEntries(fields);
  if (changed.length > 0) refuseTooMuch(result);
  return { fields: result, changed };
}

/** Fields that one contact has and the other lacks, as far as they fit in. */
export function missingFields(has: Readonly<FlowObject>, lacks: Readonly<FlowObject>): FlowObject {
  const missing: FlowObject = {};
  for (const [name, value] of Object.entries(has)) {
    if (Object.hasOwn(lacks, name)) continue;
    if (fits({ ...lacks, ...missing, [name]: value })) missing[name] = value;
  }
  return missing;
}

/**
 * Fields whose value is neither the one that was seen nor already the one to be set: somebody else has written them since.
 * null, seen or set: not there.
 */
export function overtakenFields(
  now: Readonly<FlowObject>,
  set: Readonly<FlowObject>,
  seen: Readonly<FlowObject>,
): string[] {
  return Object.entries(set).flatMap(([name, wanted]) => {
    if (!Object.hasOwn(seen, name)) return [];
    const value = (Object.hasOwn(now, name) ? now[name] : undefined) ?? null;
    return same(value, seen[name]) || same(value, wanted) ? [] : name;
  });
}

export function same(one: FlowValue | undefined, other: FlowValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return canonical(one) === canonical(other);
}

const bytesOf = (fields: Readonly<FlowObject>) => new TextEncoder().encode(JSON.stringify(fields)).length;
const fits = (fields: Readonly<FlowObject>) =>
  Object.keys(fields).length <= FIELD_LIMITS.count && bytesOf(fields) <= FIELD_LIMITS.bytes;

function refuseTooMuch(fields: Readonly<FlowObject>): void {
  if (fits(fields)) return;
  throw wrong('', `more than ${FIELD_LIMITS.count} fields or ${FIELD_LIMITS.bytes} bytes`);
}

/** PostgreSQL keeps no NUL. */
function storable(value: FlowValue): FlowValue {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key.replaceAll('\0', ''), storable(each)]),
  );
}

function depthOf(value: FlowValue): number {
  let depth = -1;
  let level: FlowValue[] = [value];
  while (level.length > 0 && depth <= FIELD_LIMITS.depth) {
    depth += 1;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return depth;
}

function wrong(name: string, message: string): ValidationError {
  const path = name === '' ? 'fields' : `fields.${name}`;
  return new ValidationError(ErrorCode.validation_failed, message, {
    details: { fields: [{ path, message }] },
  });
}
