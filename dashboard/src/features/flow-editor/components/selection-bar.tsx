import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Copy,
  Group,
  Trash2,
} from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { useEditorParts, useEditorPiece } from '../lib/editor-context';
import { ALIGNMENTS, type Alignment } from '../lib/move';
import { useActions } from '../lib/use-actions';

const ICONS: Record<Alignment, typeof Copy> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  middle: AlignCenterHorizontal,
  bottom: AlignEndHorizontal,
  across: AlignHorizontalDistributeCenter,
  down: AlignVerticalDistributeCenter,
};

/** What can be done to several at once. */
export const SelectionBar = memo(function SelectionBar() {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const count = useEditorPiece(
    ({ selected, history }) => history.document.nodes.filter(({ id }) => selected.has(id)).length,
  );
  const { align, group, duplicate, removeSelected } = useActions();
  if (count < 2 || readOnly) return null;
  return (
    <div
      role="toolbar"
      aria-label={t('selection.label', { count })}
      className="absolute top-4 left-1/2 z-10 flex w-max max-w-[calc(100%-1rem)] -translate-x-1/2 items-center overflow-x-auto rounded-control border border-divider bg-surface px-1"
    >
      <span className="px-2 text-sm whitespace-nowrap text-text-2">{t('selection.label', { count })}</span>
      {ALIGNMENTS.filter((how) => count > 2 || (how !== 'across' && how !== 'down')).map((how) => {
        const Icon = ICONS[how];
        return (
          <IconButton
            key={how}
            label={t(`align.${how}`)}
            icon={<Icon aria-hidden />}
            onClick={() => align(how)}
          />
        );
      })}
      <IconButton label={t('section.group')} icon={<Group aria-hidden />} onClick={group} />
      <IconButton label={t('action.duplicate')} icon={<Copy aria-hidden />} onClick={duplicate} />
      <IconButton label={t('action.remove')} icon={<Trash2 aria-hidden />} onClick={removeSelected} />
    </div>
  );
});
