import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import type { WireElement } from '../lib/canvas-elements';
import { useEditorParts } from '../lib/editor-context';
import { changeView } from '../lib/view-state';

/** A way from block to block; its "+" puts another one between them. */
export const Wire = memo(function Wire(props: EdgeProps<WireElement>) {
  const { t } = useTranslation('flow-editor');
  const { view, readOnly } = useEditorParts();
  const { id, data, selected } = props;
  const [path, x, y] = getBezierPath(props);
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={20}
        className={cx(
          'flow-wire',
          data?.isError === true && 'flow-wire-error',
          data?.isTaken === true && 'flow-wire-taken',
          selected === true && 'flow-wire-selected',
        )}
      />
      <EdgeLabelRenderer>
        <div
          className="nodrag nopan absolute flex items-center gap-1"
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`, pointerEvents: 'all' }}
        >
          {data !== undefined && data.label !== '' && (
            <span
              aria-hidden
              className={cx(
                'max-w-28 truncate rounded-full bg-canvas px-1.5 text-xs',
                data.isError ? 'text-orange' : 'text-muted',
              )}
            >
              {data.label}
            </span>
          )}
          {!readOnly && (
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('canvas.insertHere', { wire: data?.spoken ?? '' })}
              className={cx(
                'flow-wire-add grid size-6 place-items-center rounded-full border border-divider bg-surface text-muted',
                'hover:border-primary-text hover:text-text [&_svg]:size-3.5',
                selected !== true && 'opacity-0 hover:opacity-100 focus-visible:opacity-100',
              )}
              onClick={(event) => {
                event.stopPropagation();
                const box = event.currentTarget.getBoundingClientRect();
                changeView(view, {
                  adding: { place: { at: 'edge', edgeId: id }, x: box.right + 8, y: box.top },
                });
              }}
            >
              <Plus aria-hidden />
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
