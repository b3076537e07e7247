import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNote } from '../../../../../domain/flow/document';
import { useEditorParts, useViewPiece } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';
import { changeView } from '../lib/view-state';

/** Of the name, in letters. */
const LONGEST = 80;

/** What a section is called, to be written over. A new one asks for its name. */
export function SectionName({ note }: { note: FlowNote }) {
  const { t } = useTranslation('flow-editor');
  const { nameSection } = useActions();
  const { editor, view, readOnly } = useEditorParts();
  const isAsked = useViewPiece(({ naming }) => naming === note.id);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.select();
    changeView(view, { naming: undefined });
  }, [isAsked, view]);
  return (
    <input
      ref={field}
      aria-label={t('section.name')}
      value={note.text}
      readOnly={readOnly}
      maxLength={LONGEST}
      onChange={(event) => nameSection(note.id, event.target.value)}
      onBlur={() => editor.settle()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      className="nodrag ring-focus-inset min-w-12 max-w-full rounded-control bg-transparent px-1 text-sm font-semibold text-ellipsis text-text [field-sizing:content]"
    />
  );
}
