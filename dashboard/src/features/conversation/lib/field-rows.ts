/** One field of a contact, as it is written. */
export interface FieldRow {
  /** Of this page only. */
  id: number;
  name: string;
  text: string;
  /** What somebody else has made of it, where it was changed here too; null: there is no such field now. */
  now?: string | null;
  /** It had been taken away here when somebody else changed it. */
  taken?: true;
}

type Fields = Readonly<Record<string, unknown>>;

/** As the API takes it. */
export interface FieldChange {
  /** By name; null takes one away. */
  set: Record<string, unknown>;
  /** What these fields were when the change was begun; null: there was none. */
  seen: Record<string, unknown>;
}

/** As the API takes them (domain/contact/fields.ts). */
const NAME = /^[a-z_][a-z0-9_]{0,39}$/;
const INHERITED = ['__proto__', 'constructor', 'prototype'];
export const MAX_FIELDS = 50;

export function rowsOf(fields: Fields): FieldRow[] {
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

/** What was changed since it was read, and nothing else. */
export function changeOf(rows: readonly FieldRow[], read: Fields): FieldChange {
  const gone = Object.keys(read).filter((name) => !rows.some((row) => row.name === name));
  const changed = rows.filter((row) => !isAsRead(row, read));
  const set: Record<string, unknown> = {};
  const seen: Record<string, unknown> = {};
  for (const name of gone) set[name] = null;
  for (const { name, text } of changed) set[name] = valueOf(text, read[name]);
  for (const name of Object.keys(set)) seen[name] = read[name] ?? null;
  return { set, seen };
}

/**
 * The same changes upon what stands now: what was not touched here becomes as it is, what was changed here stays as it was
 * written and is marked where somebody else has changed it too.
 */
export function rebase(rows: readonly FieldRow[], read: Fields, now: Fields): FieldRow[] {
  const others = (name: string) => textIn(now, name) !== textIn(read, name);
  const kept = rows.flatMap((row): FieldRow[] => {
    const { id, name, text } = row;
    const stands = textIn(now, name);
    if (isAsRead({ name, text }, read)) return stands === null ? [] : [{ id, name, text: stands }];
    if (stands === text) return [{ id, name, text }];
    if (others(name)) return [{ id, name, text, now: stands }];
    return [row];
  });
  const first = Math.max(0, ...rows.map(({ id }) => id)) + 1;
  const back = Object.keys(now)
    .filter((name) => !rows.some((row) => row.name === name) && others(name))
    .map((name, at): FieldRow => {
      const text = textIn(now, name) ?? '';
      // Taken away here, and changed by somebody else: it is looked at again.
      return { id: first + at, name, text, ...(Object.hasOwn(read, name) && { now: text, taken: true }) };
    });
  return [...kept, ...back];
}

function isAsRead({ name, text }: Pick<FieldRow, 'name' | 'text'>, read: Fields): boolean {
  return textIn(read, name) === text;
}

const textIn = (fields: Fields, name: string) => (Object.hasOwn(fields, name) ? textOf(fields[name]) : null);

/** What was written becomes a value of the kind that was there, where it can; a new field is a text. */
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
