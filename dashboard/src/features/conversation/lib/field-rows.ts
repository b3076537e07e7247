/** One field of a contact, as it is written. */
export interface FieldRow {
  /** Of this page only. */
  id: number;
  name: string;
  text: string;
}

/** As the API takes them (domain/contact/fields.ts). */
const NAME = /^[a-z_][a-z0-9_]{0,39}$/;
const INHERITED = ['__proto__', 'constructor', 'prototype'];
export const MAX_FIELDS = 50;

export function rowsOf(fields: Readonly<Record<string, unknown>>): FieldRow[] {
  return Object.entries(fields).map(([name, value], at) => ({ id: at + 1, name, text: textOf(value) }));
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function areNames(rows: readonly FieldRow[]): boolean {
  return (
    rows.every(({ name }) => NAME.test(name) && !INHERITED.includes(name)) &&
    new Set(rows.map(({ name }) => name)).size === rows.length
  );
}

/** What was written becomes a value of the kind that was there, where it can; a new field is a text. */
export function fieldsOf(
  rows: readonly FieldRow[],
  before: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(rows.map(({ name, text }) => [name, valueOf(text, before[name])]));
}

function valueOf(text: string, before: unknown): unknown {
  if (before === undefined || typeof before === 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && kindOf(value) === kindOf(before) ? value : text;
  } catch {
    return text;
  }
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);
