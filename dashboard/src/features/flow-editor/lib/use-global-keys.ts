import { useReactFlow } from '@xyflow/react';
import { useEffect, useEffectEvent } from 'react';
import { shortcutsOnStore } from '../../../lib/shortcuts/shortcuts-on';
import { leaveLayer } from './canvas-view';
import { useEditorParts } from './editor-context';
import { keysAlone, keysWithControl, mayRead } from './key-table';
import { useActions } from './use-actions';
import { useAnalysis } from './use-analysis';
import { changeView } from './view-state';

interface GlobalKeys {
  save: () => void;
  simulate: (() => void) | undefined;
}

/** Keys of the whole editor. None is taken while somebody types, has text selected, or answers a dialog. */
export function useGlobalKeys({ save, simulate }: GlobalKeys): void {
  const parts = useEditorParts();
  const { editor, view, readOnly } = parts;
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

  const orderOf = (event: KeyboardEvent, key: string) => {
    if (event.ctrlKey || event.metaKey) {
      // Words that are selected are what is meant. The paste event brings the text itself.
      const takesWords = (key === 'c' || key === 'x') && (getSelection()?.toString() ?? '') !== '';
      return takesWords || key === 'v' ? undefined : keysWithControl(actions, parts, simulate)[key];
    }
    if (event.altKey || (readOnly && !mayRead(key))) return undefined;
    // Single letters can be switched off.
    if (key.length === 1 && !shortcutsOnStore.get()) return undefined;
    if (event.shiftKey && key === 'a') return () => void actions.arrange();
    return keysAlone(actions, parts, flow)[key];
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    // Not the browser's dialog: what is there is stored at once.
    const always =
      (event.ctrlKey || event.metaKey) && key === 's' ? save : key === 'f8' ? nextProblem : undefined;
    if (!always && isTaken(event)) return;
    const run = always ?? orderOf(event, key);
    if (run) {
      event.preventDefault();
      run(event);
    } else if (key === 'escape') leaveLayer(parts);
  });

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
