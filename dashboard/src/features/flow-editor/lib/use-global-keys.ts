import { useReactFlow } from '@xyflow/react';
import { useEffect, useEffectEvent } from 'react';
import { shortcutsOnStore } from '../../../lib/shortcuts/shortcuts-on';
import { useEditorParts } from './editor-context';
import { useActions } from './use-actions';
import { useAnalysis } from './use-analysis';
import { changeView } from './view-state';

interface GlobalKeys {
  save: () => void;
  simulate: (() => void) | undefined;
}

/** Keys of the whole editor. None is taken while somebody types, has text selected, or answers a dialog. */
export function useGlobalKeys({ save, simulate }: GlobalKeys): void {
  const { editor, view, readOnly } = useEditorParts();
  const actions = useActions();
  const flow = useReactFlow();
  const { findings } = useAnalysis();

  const nextProblem = () => {
    const placed = findings.filter(({ nodeId }) => nodeId !== undefined);
    const [selected] = editor.get().selected;
    const at = placed.findIndex(({ nodeId }) => nodeId === selected);
    // On to the next block that has one, around and around.
    const after = [...placed.slice(at + 1), ...placed.slice(0, at + 1)];
    const next = after.find(({ nodeId }) => nodeId !== selected) ?? after[0];
    if (next?.nodeId === undefined) changeView(view, { problems: true });
    else actions.open(next.nodeId, next.field ?? '');
  };

  const openQuickAdd = () => {
    const [selected] = editor.get().selected;
    const isBlock = editor.document().nodes.some(({ id }) => id === selected);
    const box = document
      .querySelector(`.react-flow__node[data-id="${CSS.escape(selected ?? '')}"]`)
      ?.getBoundingClientRect();
    changeView(view, {
      adding: {
        place: selected !== undefined && isBlock ? { at: 'after', nodeId: selected } : { at: 'anywhere' },
        x: box ? box.right + 8 : window.innerWidth / 2 - 160,
        y: box ? box.top : 120,
      },
    });
  };

  const withControl: Record<string, (event: KeyboardEvent) => void> = {
    z: (event) => (event.shiftKey ? actions.redo() : actions.undo()),
    y: () => actions.redo(),
    c: () => void actions.copy(),
    x: () => void actions.copy(true),
    d: () => actions.duplicate(),
    a: () => actions.selectAll(),
    f: () => changeView(view, { dialog: 'find' }),
    enter: () => simulate?.(),
  };
  const alone: Record<string, () => void> = {
    n: openQuickAdd,
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

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    // Not the browser's dialog: what is there is stored at once.
    if (control && key === 's') {
      event.preventDefault();
      save();
      return;
    }
    if (key === 'f8') {
      event.preventDefault();
      nextProblem();
      return;
    }
    if (isTaken(event)) return;
    // The paste event brings the text itself; reading the clipboard would need leave.
    if (control && key === 'v') return;
    if ((key === 'c' || key === 'x') && control && (getSelection()?.toString() ?? '') !== '') return;
    const run = control
      ? withControl[key]
      : event.shiftKey && key === 'a'
        ? () => void actions.arrange()
        : event.altKey || (readOnly && key !== '?')
          ? undefined
          : shortcutsOnStore.get() || key.length > 1
            ? alone[key]
            : undefined;
    if (run) {
      event.preventDefault();
      run(event);
      return;
    }
    if (key === 'escape') leaveLayer();
  });

  /** Layer by layer: the selection goes last. */
  const leaveLayer = () => {
    const { inspector, problems, simulator } = view.get();
    if (simulator) changeView(view, { simulator: false });
    else if (problems) changeView(view, { problems: false });
    else if (inspector) changeView(view, { inspector: false });
    else editor.select([]);
  };

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTaken(event) || readOnly) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '' && actions.paste(text)) event.preventDefault();
  });

  useEffect(() => {
    const key = (event: KeyboardEvent) => onKey(event);
    const paste = (event: ClipboardEvent) => onPaste(event);
    window.addEventListener('keydown', key);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', key);
      window.removeEventListener('paste', paste);
    };
  }, []);
}

function isTaken(event: Event): boolean {
  if (event.defaultPrevented) return true;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (target?.closest('input, textarea, select, [contenteditable="true"]') != null) return true;
  return document.querySelector('[data-layer]') !== null;
}
