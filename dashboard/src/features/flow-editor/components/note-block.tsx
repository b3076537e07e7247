import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import type { NoteElement } from '../lib/canvas-elements';
import { useEditorParts } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';

/** A word among colleagues; it changes nothing about what runs. */
export const NoteBlock = memo(function NoteBlock({ id, data, selected }: NodeProps<NoteElement>) {
  const { t } = useTranslation('flow-editor');
  const { changeNote } = useActions();
  const { editor, readOnly } = useEditorParts();
  return (
    <div
      className={cx(
        'h-full rounded-control border bg-bubble-note p-2 pt-5',
        selected ? 'border-primary-text' : 'border-warning/40',
      )}
    >
      <textarea
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        value={data.note.text}
        readOnly={readOnly}
        maxLength={4000}
        onChange={(event) => changeNote(id, event.target.value)}
        onBlur={() => editor.settle()}
        className="nodrag nowheel ring-focus-inset size-full resize-none bg-transparent text-sm text-text"
      />
    </div>
  );
});
