import '@xyflow/react/dist/base.css';
import './flow-editor.css';
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckContext } from '../../../../../domain/flow/checks/context';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { createStore } from '../../../lib/store';
import type { CanvasNode, WireElement } from '../lib/canvas-elements';
import { createEditor } from '../lib/editor';
import { EditorContext, type EditorParts, type NodeStatus } from '../lib/editor-context';
import { GRID } from '../lib/node-geometry';
import { type Painting, usePaintedElements } from '../lib/use-painted-elements';
import { createViewStore } from '../lib/view-state';
import { Block } from './block';
import { NoteBlock } from './note-block';
import { SectionBlock } from './section-block';
import { Wire } from './wire';
import { ZoomButtons } from './zoom-buttons';

// Kept: React Flow draws everything anew when these change.
const NODE_TYPES: NodeTypes = { block: Block, note: NoteBlock, section: SectionBlock };
const EDGE_TYPES: EdgeTypes = { wire: Wire };
/** Room for the badges above the blocks. */
const PADDING = 0.12;
/** Smaller than this, summaries and ways out cannot be read. */
const READABLE = 0.55;
/** From here on only what is in view is mounted. */
const CULL_FROM = 80;

interface FlowCanvasProps extends Painting {
  /** A block was clicked, or Enter pressed on it. */
  onSelect?: (nodeId: string) => void;
}

/** A drawing to look at: how its blocks stand, and the ways that were gone. Nothing here changes it. */
export function FlowCanvas(props: FlowCanvasProps) {
  const { document } = props;
  const parts = useReadOnlyParts(document, props.statuses);
  return (
    <EditorContext value={parts}>
      <ReactFlowProvider>
        <Plane {...props} />
      </ReactFlowProvider>
    </EditorContext>
  );
}

function Plane({ onSelect, ...painting }: FlowCanvasProps) {
  const { t } = useTranslation('flow-editor');
  const { document, selected } = painting;
  const frame = useRef<HTMLDivElement>(null);
  const { nodes, edges } = usePaintedElements(painting);
  const show = useOpeningView(frame, painting);
  useFollow(frame, document, selected);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const id = target?.classList.contains('react-flow__node') ? target.dataset['id'] : undefined;
    if (id === undefined || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onSelect?.(id);
  };
  return (
    <div ref={frame} className="flow-canvas relative size-full" onKeyDown={onKeyDown}>
      <ReactFlow<CanvasNode, WireElement>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        aria-label={t('canvas.painted', { name: document.name })}
        onInit={show}
        onNodeClick={(_, node) => {
          if (node.type === 'block') onSelect?.(node.id);
        }}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={onSelect !== undefined}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        // It stands in a page, which scrolls by the wheel and the finger.
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        minZoom={0.1}
        maxZoom={2}
        onlyRenderVisibleElements={document.nodes.length > CULL_FROM}
      >
        <Background variant={BackgroundVariant.Dots} gap={GRID} size={1} />
      </ReactFlow>
      <div
        role="toolbar"
        aria-label={t('controls.label')}
        className="absolute bottom-3 left-3 z-10 flex divide-x divide-divider overflow-hidden rounded-control border border-divider bg-surface"
      >
        <ZoomButtons />
      </div>
    </div>
  );
}

/** Blocks ask the editor around them what may be done: here, nothing. */
function useReadOnlyParts(document: FlowDocument, statuses: Painting['statuses']): EditorParts {
  const [view] = useState(() => createViewStore('canvas'));
  const [check] = useState(() => createStore<CheckContext>({}));
  const editor = useMemo(() => createEditor(document), [document]);
  return useMemo(
    () => ({
      editor,
      view,
      check,
      samples: {},
      samplesFrom: 'examples' as const,
      readOnly: true,
      webhooks: [],
      flowId: '',
      tenantId: '',
      statuses,
    }),
    [editor, view, check, statuses],
  );
}

/** All of it where that can be read; else where something stands, or its beginning. */
function useOpeningView(
  frame: React.RefObject<HTMLDivElement | null>,
  { document, statuses }: Painting,
): () => void {
  const flow = useReactFlow();
  return () => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || document.nodes.length === 0) return;
    const whole = flow.getNodesBounds(document.nodes.map(({ id }) => id));
    const fits = Math.min(box.width / whole.width, box.height / whole.height) * (1 - PADDING) >= READABLE;
    const standing = document.nodes.filter(({ id }) => isStanding(statuses[id]));
    const wanted = fits ? document.nodes : standing.length > 0 ? standing : document.nodes.slice(0, 2);
    void flow.fitView({
      padding: PADDING,
      maxZoom: 1,
      minZoom: fits ? 0.1 : READABLE,
      nodes: wanted.map(({ id }) => ({ id })),
    });
  };
}

const isStanding = (status: NodeStatus | undefined) =>
  status?.status === 'waiting' || status?.status === 'running' || status?.status === 'failed';

/** What was chosen elsewhere comes into view. */
function useFollow(
  frame: React.RefObject<HTMLDivElement | null>,
  document: FlowDocument,
  selected: string | undefined,
): void {
  const flow = useReactFlow();
  const follow = useEffectEvent((id: string) => {
    const node = document.nodes.find((each) => each.id === id);
    const box = frame.current?.getBoundingClientRect();
    if (!node || !box) return;
    const from = flow.flowToScreenPosition(node.position);
    const to = flow.flowToScreenPosition({ x: node.position.x + 240, y: node.position.y + 88 });
    if (from.x >= box.left && to.x <= box.right && from.y >= box.top && to.y <= box.bottom) return;
    void flow.setCenter(node.position.x + 120, node.position.y + 44, { zoom: flow.getZoom(), duration: 0 });
  });
  useEffect(() => {
    if (selected !== undefined) follow(selected);
  }, [selected]);
}
