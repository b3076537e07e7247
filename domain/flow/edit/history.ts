import type { FlowDocument } from '../document';
import { type EditCommand, type Edited, applyEdit } from './commands';

/** How far back one can go. */
const REMEMBERED = 100;

interface Entry {
  /** For the menu: "undo: …". */
  label: string;
  command: EditCommand;
}

/** A document with its past and future. */
export interface EditHistory {
  document: FlowDocument;
  /** What undoes each change, latest last; and what does again what was undone. */
  past: readonly Entry[];
  future: readonly Entry[];
}

export function beginHistory(document: FlowDocument): EditHistory {
  return { document, past: [], future: [] };
}

export type Changed = { ok: true; history: EditHistory } | Extract<Edited, { ok: false }>;

/** Does it, and forgets what had been undone. */
export function perform(history: EditHistory, label: string, command: EditCommand): Changed {
  const edited = applyEdit(history.document, command);
  if (!edited.ok) return edited;
  const past = [...history.past, { label, command: edited.inverse }].slice(-REMEMBERED);
  return { ok: true, history: { document: edited.document, past, future: [] } };
}

/** One change back; the same history where there is none. */
export function undo(history: EditHistory): EditHistory {
  const entry = history.past.at(-1);
  if (!entry) return history;
  const edited = applyEdit(history.document, entry.command);
  if (!edited.ok) return history;
  return {
    document: edited.document,
    past: history.past.slice(0, -1),
    future: [...history.future, { label: entry.label, command: edited.inverse }],
  };
}

export function redo(history: EditHistory): EditHistory {
  const entry = history.future.at(-1);
  if (!entry) return history;
  const edited = applyEdit(history.document, entry.command);
  if (!edited.ok) return history;
  return {
    document: edited.document,
    past: [...history.past, { label: entry.label, command: edited.inverse }],
    future: history.future.slice(0, -1),
  };
}
