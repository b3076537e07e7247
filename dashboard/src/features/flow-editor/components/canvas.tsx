import '@xyflow/react/dist/base.css';
import './flow-editor.css';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  type EdgeTypes,
  type NodeTypes,
  type OnConnectEnd,
  type OnEdgesChange,
  type OnNodesChange,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CanvasNode,
  INPUT_HANDLE,
  type WireElement,
  blockElements,
  newElementCache,
  noteElements,
  wireElements,
} from '../lib/canvas-elements';
import { refusal } from '../lib/compose';
import { draftPorts } from '../lib/draft-facts';
import { useDocument, useEditorParts, useEditorPiece, useViewPiece } from '../lib/editor-context';
import { GRID } from '../lib/node-geometry';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { useCanvasFocus } from '../lib/use-canvas-focus';
import { useCanvasKeys } from '../lib/use-canvas-keys';
import { useFlowWords } from '../lib/use-words';
import { changeView } from '../lib/view-state';
import { Block } from './block';
import { CanvasControls } from './canvas-controls';
import { NoteBlock } from './note-block';
import { SelectionBar } from './selection-bar';
import { Wire } from './wire';

// Kept: React Flow draws everything anew when these change.
const NODE_TYPES: NodeTypes = { block: Block, note: NoteBlock };
const EDGE_TYPES: EdgeTypes = { wire: Wire };
const SNAP: [number, number] = [GRID, GRID];
const MULTI_KEYS = ['Shift', 'Control', 'Meta'];
const DEFAULT_VIEWPORT = { x: 80, y: 96, zoom: 1 };
const FIT = { padding: 0.15, maxZoom: 1 };
/** From here on only what is in view is mounted. */
const CULL_FROM = 80;
const MINIMAP_FROM = 3;

export function Canvas() {
  const { t } = useTranslation('flow-editor');
  const { editor, view, readOnly, statuses } = useEditorParts();
  const words = useFlowWords();
  const actions = useActions();
  const document = useDocument();
  const selected = useEditorPiece((state) => state.selected);
  const mode = useViewPiece((state) => state.mode);
  const minimap = useViewPiece((state) => state.minimap);
  const analysis = useAnalysis();
  const [cache] = useState(newElementCache);
  const [dragged, setDragged] = useState<ReadonlyMap<string, { x: number; y: number }>>(new Map());
  const flow = useReactFlow<CanvasNode, WireElement>();
  const frame = useRef<HTMLDivElement>(null);
  useCanvasFocus(frame);
  const onKeyDown = useCanvasKeys(frame);

  const settled = useMemo<CanvasNode[]>(
    () => [
      ...noteElements(document, selected, t('note.label'), cache),
      ...blockElements(
        document,
        {
          selected,
          statuses,
          findings: analysis.ofNode,
          roleName: t('canvas.block'),
          describe: (node, findings) =>
            [
              `${words.title(node)}, ${words.kind(node.kind)}`,
              ...(node.disabled === true ? [t('canvas.disabled')] : []),
              ...(findings.length > 0 ? [t('canvas.problems', { count: findings.length })] : []),
            ].join('. '),
        },
        cache,
      ),
    ],
    [document, selected, statuses, analysis, t, words, cache],
  );
  const nodes = useMemo(
    () =>
      dragged.size === 0
        ? settled
        : settled.map((node) => {
            const position = dragged.get(node.id);
            return position ? { ...node, position, dragging: true } : node;
          }),
    [settled, dragged],
  );
  const edges = useMemo(
    () =>
      wireElements(
        document,
        selected,
        (node, handle) => words.port(draftPorts(node).find((port) => port.handle === handle) ?? { handle }),
        (from, handle, to) =>
          t('canvas.wire', {
            from: words.title(from),
            port: words.port(draftPorts(from).find((port) => port.handle === handle) ?? { handle }),
            to: words.title(to),
          }),
        cache,
      ),
    [document, selected, words, t, cache],
  );

  const onNodesChange = useCallback<OnNodesChange<CanvasNode>>(
    (changes) => {
      const places = new Map<string, { x: number; y: number }>();
      let isDragging = false;
      const selection = new Set(editor.get().selected);
      for (const change of changes) {
        if (change.type === 'position' && change.position) {
          places.set(change.id, change.position);
          isDragging ||= change.dragging === true;
        }
        if (change.type === 'select') {
          if (change.selected) selection.add(change.id);
          else selection.delete(change.id);
        }
      }
      if (changes.some(({ type }) => type === 'select')) editor.select(selection);
      if (places.size === 0) return;
      if (isDragging) {
        setDragged(places);
        return;
      }
      setDragged(new Map());
      const { nodes: blocks, notes } = editor.document();
      const moved = [...places].filter(([id, { x, y }]) => {
        const before = [...blocks, ...notes].find((each) => each.id === id)?.position;
        return before !== undefined && (before.x !== x || before.y !== y);
      });
      if (moved.length > 0) actions.place(Object.fromEntries(moved));
    },
    [editor, actions],
  );

  const onEdgesChange = useCallback<OnEdgesChange<WireElement>>(
    (changes) => {
      const selection = new Set(editor.get().selected);
      for (const change of changes) {
        if (change.type !== 'select') continue;
        if (change.selected) selection.add(change.id);
        else selection.delete(change.id);
      }
      editor.select(selection);
    },
    [editor],
  );

  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { isValid, fromNode, fromHandle, toNode }) => {
      if (isValid === true || !fromNode || fromHandle.type !== 'source') return;
      const exit = { from: fromNode.id, handle: fromHandle.id ?? 'out' };
      // Anywhere on a block means into it: handles are small.
      const target = event.target instanceof Element ? event.target.closest('[data-id]') : null;
      const onto = toNode?.id ?? target?.getAttribute('data-id') ?? undefined;
      if (onto !== undefined && onto !== exit.from) {
        actions.connect(exit, onto);
        return;
      }
      if (onto !== undefined) return;
      const { clientX: x, clientY: y } =
        'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
      const spot = flow.screenToFlowPosition({ x, y });
      changeView(view, { adding: { place: { at: 'spot', x: spot.x, y: spot.y - 22, exit }, x, y } });
    },
    [actions, flow, view],
  );

  const begin = useEffectEvent(() => {
    if (editor.document().nodes.length > 0) void flow.fitView(FIT);
  });
  useEffect(() => begin(), []);

  return (
    <div ref={frame} className="flow-canvas relative min-h-0 min-w-0 flex-1" onKeyDown={onKeyDown}>
      <ReactFlow<CanvasNode, WireElement>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        aria-label={t('canvas.label', { name: document.name })}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={({ source, sourceHandle, target }) =>
          actions.connect({ from: source, handle: sourceHandle ?? 'out' }, target)
        }
        onConnectEnd={onConnectEnd}
        isValidConnection={({ source, target, targetHandle }) =>
          targetHandle === INPUT_HANDLE && refusal(editor.document(), source, target) === undefined
        }
        onNodeClick={(event, node) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey || node.type !== 'block') return;
          changeView(view, { inspector: true, problems: false });
        }}
        onPaneClick={() => changeView(view, { adding: undefined })}
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
        panOnDrag={mode === 'hand' ? true : [1, 2]}
        panOnScroll={mode === 'pointer'}
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={SNAP}
        minZoom={0.1}
        maxZoom={2}
        defaultViewport={DEFAULT_VIEWPORT}
        onlyRenderVisibleElements={document.nodes.length > CULL_FROM}
        proOptions={undefined}
      >
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
