import {
  type NodeMouseHandler,
  type NodePositionChange,
  type OnEdgesChange,
  type OnNodesChange,
  type ReactFlowInstance,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CanvasNode, WireElement } from './canvas-elements';
import { AT_REST, type DragStart, follow, startDrag } from './drag';
import { useEditorParts } from './editor-context';
import { useActions } from './use-actions';
import { useConnecting } from './use-connecting';
import { changeView } from './view-state';

type Plane = ReactFlowInstance<CanvasNode, WireElement>;

/**
 * What the pointer does to the drawing. A drag is one step of the history, made when it ends. The handlers stay the same while it
 * goes on: React Flow would draw every block anew for each that changed.
 */
export function useCanvasChanges() {
  const { editor, view } = useEditorParts();
  const actions = useActions();
  const flow: Plane = useReactFlow<CanvasNode, WireElement>();
  const [drag, setDrag] = useState(AT_REST);
  const connecting = useConnecting();
  const start = useRef<DragStart>(undefined);

  const onNodesChange = useCallback<OnNodesChange<CanvasNode>>(
    (changes) => {
      select(editor, changes);
      const moves = changes.filter((change): change is NodePositionChange => change.type === 'position');
      if (!moves.some(({ position }) => position)) return;
      const document = editor.document();
      const { selected } = editor.get();
      if (start.current?.document !== document || start.current.selected !== selected) {
        start.current = startDrag(document, selected, moves);
      }
      const next = follow(start.current, moves, flow.getZoom());
      if (moves.some(({ dragging }) => dragging === true)) {
        setDrag(next);
        return;
      }
      setDrag(AT_REST);
      start.current = undefined;
      const moved = [...document.nodes, ...document.notes].flatMap(({ id, position }) => {
        const place = next.places.get(id);
        return place && (place.x !== position.x || place.y !== position.y) ? [[id, place] as const] : [];
      });
      if (moved.length > 0) actions.place(Object.fromEntries(moved));
    },
    [editor, actions, flow],
  );

  const onEdgesChange = useCallback<OnEdgesChange<WireElement>>(
    (changes) => select(editor, changes),
    [editor],
  );

  const onNodeClick = useCallback<NodeMouseHandler<CanvasNode>>(
    (event, node) => {
      if (event.shiftKey || event.ctrlKey || event.metaKey || node.type !== 'block') return;
      changeView(view, { inspector: true, problems: false });
    },
    [view],
  );

  const onPaneClick = useCallback(() => changeView(view, { adding: undefined }), [view]);

  const handlers = useMemo(
    () => ({ ...connecting, onNodesChange, onEdgesChange, onNodeClick, onPaneClick }),
    [connecting, onNodesChange, onEdgesChange, onNodeClick, onPaneClick],
  );
  return { drag, handlers };
}

type SelectChange = { type: string; id?: string; selected?: boolean };

function select(editor: ReturnType<typeof useEditorParts>['editor'], changes: readonly SelectChange[]): void {
  const selection = new Set(editor.get().selected);
  for (const { type, id, selected } of changes) {
    if (type !== 'select' || id === undefined) continue;
    if (selected === true) selection.add(id);
    else selection.delete(id);
  }
  if (changes.some(({ type }) => type === 'select')) editor.select(selection);
}
