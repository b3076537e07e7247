import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { actionBase } from './action-base';
import { buildActions } from './build-actions';
import { changeActions } from './change-actions';
import { clipboardActions } from './clipboard-actions';
import { useEditorParts } from './editor-context';
import { moveActions } from './move-actions';
import { sectionActions } from './section-actions';
import { useFlowWords } from './use-words';
import { changeView } from './view-state';

/** Everything a person can do to the drawing, each as one named step of the history, said aloud. */
export function useActions() {
  const parts = useEditorParts();
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  return useMemo(() => {
    const base = actionBase(parts, t, words);
    const { editor, view, readOnly, say, nameOf } = base;
    return {
      ...buildActions(base),
      ...moveActions(base),
      ...clipboardActions(base),
      ...changeActions(base),
      ...sectionActions(base),
      undo: (): void => {
        if (readOnly) return;
        const label = editor.undo();
        say(label === undefined ? t('said.nothingToUndo') : t('said.undone', { label }));
      },
      redo: (): void => {
        if (readOnly) return;
        const label = editor.redo();
        say(label === undefined ? t('said.nothingToRedo') : t('said.redone', { label }));
      },
      selectAll: (): void => {
        const { nodes, notes } = editor.document();
        editor.select([...nodes, ...notes].map(({ id }) => id));
      },
      open: (nodeId: string, field = ''): void => {
        editor.select([nodeId]);
        changeView(view, { inspector: true, wanted: { nodeId, field } });
      },
      nameOf,
    };
  }, [parts, t, words]);
}

export type Actions = ReturnType<typeof useActions>;
