import '@xyflow/react/dist/base.css';
import './flow-editor.css';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  type EdgeTypes,
  type NodeTypes,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasNode, WireElement } from '../lib/canvas-elements';
import { useDocument, useEditorParts, useViewPiece } from '../lib/editor-context';
import { GRID } from '../lib/node-geometry';
import { useCanvasChanges } from '../lib/use-canvas-changes';
import { useCanvasElements } from '../lib/use-canvas-elements';
import { useCanvasFocus } from '../lib/use-canvas-focus';
import { useCanvasKeys } from '../lib/use-canvas-keys';
import { Block } from './block';
import { CanvasControls } from './canvas-controls';
import { HelperLines } from './helper-lines';
import { NoteBlock } from './note-block';
import { SectionBlock } from './section-block';
import { SelectionBar } from './selection-bar';
import { Wire } from './wire';

// Kept: React Flow draws everything anew when these change.
const NODE_TYPES: NodeTypes = { block: Block, note: NoteBlock, section: SectionBlock };
const EDGE_TYPES: EdgeTypes = { wire: Wire };
const MULTI_KEYS = ['Shift', 'Control', 'Meta'];
const OTHER_BUTTONS = [1, 2];
const DEFAULT_VIEWPORT = { x: 80, y: 96, zoom: 1 };
const FIT = { padding: 0.15, maxZoom: 1 };
/** From here on only what is in view is mounted. */
const CULL_FROM = 80;
const BEGIN_ZOOM = 0.8;
const MINIMAP_FROM = 3;

/** The drawing: blocks and wires on a dotted plane. */
export function Canvas() {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const document = useDocument();
  const mode = useViewPiece((state) => state.mode);
  const minimap = useViewPiece((state) => state.minimap);
  const frame = useRef<HTMLDivElement>(null);
  const { drag, handlers } = useCanvasChanges();
  const { nodes, edges } = useCanvasElements(drag.places);
  useCanvasFocus(frame);
  const onKeyDown = useCanvasKeys(frame);

  useOpeningView();

  return (
    <div ref={frame} className="flow-canvas relative min-h-0 min-w-0 flex-1" onKeyDown={onKeyDown}>
      <ReactFlow<CanvasNode, WireElement>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        aria-label={t('canvas.label', { name: document.name })}
        {...handlers}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        elementsSelectable
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={MULTI_KEYS}
        selectionMode={SelectionMode.Partial}
        selectionOnDrag={mode === 'pointer'}
        panOnDrag={mode === 'hand' ? true : OTHER_BUTTONS}
        panOnScroll={mode === 'pointer'}
        zoomOnDoubleClick={false}
        minZoom={0.1}
        maxZoom={2}
        defaultViewport={DEFAULT_VIEWPORT}
        onlyRenderVisibleElements={document.nodes.length > CULL_FROM}
      >
        <HelperLines lines={drag.lines} />
        <Background variant={BackgroundVariant.Dots} gap={GRID} size={1} />
        {minimap && document.nodes.length >= MINIMAP_FROM && (
          <MiniMap pannable zoomable ariaLabel={t('canvas.minimap')} className="flow-minimap max-sm:hidden" />
        )}
      </ReactFlow>
      <CanvasControls />
      <SelectionBar />
      {document.nodes.length === 0 && !readOnly && (
        <p className="pointer-events-none absolute inset-0 grid place-items-center px-8 text-center text-muted">
          {t('canvas.empty')}
        </p>
      )}
    </div>
  );
}

/** Shows all of a flow when it is opened; a large one, which could neither be read nor drawn quickly, where it begins. */
function useOpeningView(): void {
  const { editor } = useEditorParts();
  const flow = useReactFlow();
  const begin = useEffectEvent(() => {
    const { nodes } = editor.document();
    const [first] = nodes;
    if (!first) return;
    const { x, y } = first.position;
    if (nodes.length <= CULL_FROM) void flow.fitView(FIT);
    else void flow.setViewport({ x: 80 - x * BEGIN_ZOOM, y: 96 - y * BEGIN_ZOOM, zoom: BEGIN_ZOOM });
  });
  useEffect(() => begin(), []);
}
