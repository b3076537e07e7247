import { useReactFlow } from '@xyflow/react';
import { Hand, LayoutTemplate, Map, MousePointer2, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { useEditorParts, useViewPiece } from '../lib/editor-context';
import { useActions } from '../lib/use-actions';
import { changeView } from '../lib/view-state';
import { ZoomButtons } from './zoom-buttons';

/** Zoom, order, and how the pointer behaves, at the foot of the canvas. */
export const CanvasControls = memo(function CanvasControls() {
  const { t } = useTranslation('flow-editor');
  const flow = useReactFlow();
  const { view, readOnly } = useEditorParts();
  const mode = useViewPiece((state) => state.mode);
  const minimap = useViewPiece((state) => state.minimap);
  const { arrange, addNote } = useActions();
  const side = 'top' as const;
  return (
    <div
      role="toolbar"
      aria-label={t('controls.label')}
      className="absolute bottom-4 left-4 z-10 flex divide-x divide-divider overflow-hidden rounded-control border border-divider bg-surface"
    >
      <ZoomButtons />
      <IconButton
        tooltipSide={side}
        label={t(mode === 'hand' ? 'controls.pointer' : 'controls.hand')}
        icon={mode === 'hand' ? <MousePointer2 aria-hidden /> : <Hand aria-hidden />}
        onClick={() => changeView(view, { mode: mode === 'hand' ? 'pointer' : 'hand' })}
      />
      <IconButton
        tooltipSide={side}
        label={t('controls.minimap')}
        aria-pressed={minimap}
        icon={<Map aria-hidden />}
        onClick={() => changeView(view, { minimap: !minimap })}
        className="max-sm:hidden"
      />
      {!readOnly && (
        <>
          <IconButton
            tooltipSide={side}
            label={t('controls.note')}
            icon={<StickyNote aria-hidden />}
            onClick={() =>
              addNote(flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 3 }))
            }
          />
          <IconButton
            tooltipSide={side}
            label={t('controls.arrange')}
            icon={<LayoutTemplate aria-hidden />}
            onClick={() => void arrange()}
          />
        </>
      )}
    </div>
  );
});
