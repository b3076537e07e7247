import { Handle, type NodeProps, Position } from '@xyflow/react';
import { ChevronDown, ChevronRight, CircleAlert, Ungroup } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { cx } from '../../../lib/cx';
import { useEditorParts } from '../lib/editor-context';
import { INPUT_HANDLE, OUTPUT_HANDLE } from '../lib/node-geometry';
import type { SectionElement } from '../lib/section-elements';
import { useActions } from '../lib/use-actions';
import { SectionName } from './section-name';

/** A frame around the blocks of a section; closed, one box in their place. */
export const SectionBlock = memo(function SectionBlock({ id, data }: NodeProps<SectionElement>) {
  const { t } = useTranslation('flow-editor');
  const { editor, readOnly } = useEditorParts();
  const { toggleSection, ungroup } = useActions();
  const { note, count, problems, isClosed, isSelected } = data;
  return (
    <div
      className={cx(
        'h-full rounded-card border',
        isClosed ? 'bg-surface' : 'border-dashed bg-text/4',
        isSelected ? 'border-primary-text ring-2 ring-primary-text/40' : 'border-control',
      )}
    >
      {isClosed && <Ends />}
      <div
        className="flow-section-head pointer-events-auto flex h-10 cursor-grab items-center gap-1 px-1"
        onClick={(event) => {
          if (!isClosed && event.target === event.currentTarget) editor.select([id]);
        }}
      >
        {!readOnly && (
          <IconButton
            label={t(isClosed ? 'section.expand' : 'section.collapse', { name: note.text })}
            aria-expanded={!isClosed}
            icon={isClosed ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
            className="nodrag"
            onClick={(event) => {
              event.stopPropagation();
              toggleSection(id);
            }}
          />
        )}
        <SectionName note={note} />
        {!isClosed && isSelected && !readOnly && (
          <IconButton
            label={t('section.ungroup')}
            icon={<Ungroup aria-hidden />}
            className="nodrag ml-auto"
            onClick={ungroup}
          />
        )}
      </div>
      {isClosed && (
        <p className="flex gap-3 px-3 text-sm text-muted">
          {t('section.count', { count })}
          {problems > 0 && (
            <span className="flex items-center gap-1 text-danger">
              <CircleAlert aria-hidden className="size-3.5" />
              {t('canvas.problems', { count: problems })}
            </span>
          )}
        </p>
      )}
    </div>
  );
});

/** Where the wires of its blocks come and go; they are drawn in the open section. */
function Ends() {
  const style = { top: 20 };
  return (
    <>
      <Handle
        id={INPUT_HANDLE}
        type="target"
        position={Position.Left}
        className="flow-handle"
        style={style}
        isConnectable={false}
      />
      <Handle
        id={OUTPUT_HANDLE}
        type="source"
        position={Position.Right}
        className="flow-handle"
        style={style}
        isConnectable={false}
      />
    </>
  );
}
