import { BaseEdge, type EdgeProps, getBezierPath, useStore } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { isFarAway } from '../lib/canvas-view';
import type { WireElement } from '../lib/canvas-elements';
import { useEditorParts } from '../lib/editor-context';
import { usePlanePart } from '../lib/use-plane-part';
import { changeView } from '../lib/view-state';

/** A way from block to block; its "+" puts another one between them. */
export const Wire = memo(function Wire(props: EdgeProps<WireElement>) {
  const { data, selected = false } = props;
  const [path, x, y] = getBezierPath(props);
  const [isPointedAt, setIsPointedAt] = useState(false);
  // Two hundred labels that nobody can read cost the browser as much as all that can be seen.
  const isBare = useStore(isFarAway) && !selected && !isPointedAt;
  return (
    <g onPointerEnter={() => setIsPointedAt(true)} onPointerLeave={() => setIsPointedAt(false)}>
      <BaseEdge
        path={path}
        interactionWidth={20}
        className={cx(
          'flow-wire',
          data?.isError === true && 'flow-wire-error',
          data?.isTaken === true && 'flow-wire-taken',
          selected && 'flow-wire-selected',
        )}
      />
      {!isBare && <Label {...props} x={x} y={y} />}
    </g>
  );
});

/** In the middle of the wire, over all wires: its name, and the "+". */
function Label({ id, data, selected, x, y }: EdgeProps<WireElement> & { x: number; y: number }) {
  const { t } = useTranslation('flow-editor');
  const { view, readOnly } = useEditorParts();
  const place = usePlanePart('edgelabel-renderer');
  if (!place) return null;
  return createPortal(
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
    </div>,
    place,
  );
}
