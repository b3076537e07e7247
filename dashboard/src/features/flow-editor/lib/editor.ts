import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import { type EditHistory, beginHistory, perform, redo, undo } from '../../../../../domain/flow/edit/history';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { type Store, createStore } from '../../../lib/store';

export interface EditorState {
  history: EditHistory;
  /** Ids of blocks, notes and wires. */
  selected: ReadonlySet<string>;
}

interface PerformOptions {
  /** Changes with the same key in a row are one step of the history: the typing in one field. */
  merge?: string;
  /** What is selected afterwards; without it the selection stays. */
  select?: Iterable<string>;
}

/** A document under edit. Nothing else changes it, so that every change can be undone. */
export interface Editor extends Store<EditorState> {
  document: () => FlowDocument;
  /** False when it was refused: then nothing changed. */
  perform: (label: string, command: EditCommand, options?: PerformOptions) => boolean;
  /** The label of what was undone; undefined where there was nothing. */
  undo: () => string | undefined;
  redo: () => string | undefined;
  select: (ids: Iterable<string>) => void;
  /** Ends the step that is being merged: what is typed next can be undone by itself. */
  settle: () => void;
  /** Another document in its place, with a history of its own. */
  restart: (document: FlowDocument) => void;
}

export function createEditor(initial: FlowDocument): Editor {
  const store = createStore<EditorState>({ history: beginHistory(initial), selected: new Set() });
  let merging: string | undefined;

  const follow = (history: EditHistory, selected: Iterable<string> = store.get().selected) =>
    store.set({ history, selected: existing(history.document, selected) });

  return {
    ...store,
    document: () => store.get().history.document,
    perform(label, command, { merge, select } = {}) {
      const { history } = store.get();
      const changed = perform(history, label, command);
      if (!changed.ok) return false;
      const isMerged = merge !== undefined && merge === merging && history.past.length > 0;
      merging = merge;
      // Both steps restore the same fields, and the earlier one knows what they were at first.
      follow(isMerged ? { ...changed.history, past: history.past } : changed.history, select);
      return true;
    },
    undo() {
      const { history } = store.get();
      const label = history.past.at(-1)?.label;
      merging = undefined;
      follow(undo(history));
      return label;
    },
    redo() {
      const { history } = store.get();
      const label = history.future.at(-1)?.label;
      merging = undefined;
      follow(redo(history));
      return label;
    },
    select(ids) {
      const next = new Set(ids);
      const { selected, history } = store.get();
      if (next.size === selected.size && [...next].every((id) => selected.has(id))) return;
      merging = undefined;
      store.set({ history, selected: next });
    },
    settle() {
      merging = undefined;
    },
    restart(document) {
      merging = undefined;
      follow(beginHistory(document));
    },
  };
}

/** The selection without what is gone. */
function existing({ nodes, notes, edges }: FlowDocument, selected: Iterable<string>): ReadonlySet<string> {
  const ids = new Set([...nodes, ...notes, ...edges].map(({ id }) => id));
  return new Set([...selected].filter((id) => ids.has(id)));
}
