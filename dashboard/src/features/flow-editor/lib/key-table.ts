import type { ReactFlowInstance } from '@xyflow/react';
import { openQuickAdd } from './canvas-view';
import type { EditorParts } from './editor-context';
import type { Actions } from './use-actions';
import { changeView } from './view-state';

type Run = (event: KeyboardEvent) => void;

/** What Ctrl and a key does. */
export function keysWithControl(
  actions: Actions,
  { view }: EditorParts,
  simulate: (() => void) | undefined,
): Record<string, Run> {
  return {
    z: (event) => (event.shiftKey ? actions.redo() : actions.undo()),
    y: () => actions.redo(),
    c: () => void actions.copy(),
    x: () => void actions.copy(true),
    d: () => actions.duplicate(),
    a: () => actions.selectAll(),
    g: (event) => (event.shiftKey ? actions.ungroup() : actions.group()),
    f: () => changeView(view, { dialog: 'find' }),
    enter: () => simulate?.(),
  };
}

/** What a key does by itself. */
export function keysAlone(
  actions: Actions,
  parts: EditorParts,
  flow: Pick<ReactFlowInstance, 'fitView' | 'zoomTo'>,
): Record<string, Run> {
  const { editor, view } = parts;
  return {
    n: () => openQuickAdd(parts),
    c: () => {
      if (editor.get().selected.size === 1) changeView(view, { dialog: 'connect' });
    },
    d: () => actions.toggleDisabled(),
    v: () => changeView(view, { mode: 'pointer' }),
    h: () => changeView(view, { mode: 'hand' }),
    '0': () => void flow.fitView({ padding: 0.15, maxZoom: 1 }),
    '1': () => void flow.zoomTo(1),
    '?': () => changeView(view, { dialog: 'help' }),
    delete: () => actions.removeSelected(),
    backspace: () => actions.removeSelected(),
  };
}

/** Keys that are harmless to who may only read. */
const READING = new Set(['?', '0', '1', 'v', 'h']);

export const mayRead = (key: string) => READING.has(key);
