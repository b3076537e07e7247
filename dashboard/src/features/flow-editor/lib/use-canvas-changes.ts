import { type OnConnectEnd, type OnEdgesChange, type OnNodesChange, useReactFlow } from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { CanvasNode, WireElement } from './canvas-elements';
import { useEditorParts } from './editor-context';
import { HEAD_HEIGHT } from './node-geometry';
import { useActions } from './use-actions';
import { changeView } from './view-state';

type Places = ReadonlyMap<string, { x: number; y: number }>;

const NOWHERE: Places = new Map();

/** What the pointer does to the drawing. A drag is one step of the history, made when it ends. */
export function useCanvasChanges() {
  const { editor, view } = useEditorParts();
  const actions = useActions();
  const flow = useReactFlow<CanvasNode, WireElement>();
  const [dragged, setDragged] = useState(NOWHERE);

  const onNodesChange = useCallback<OnNodesChange<CanvasNode>>(
    (changes) => {
      select(editor, changes);
      const moves = changes.flatMap((change) =>
        change.type === 'position' && change.position ? [change] : [],
      );
      if (moves.length === 0) return;
      const places = new Map(moves.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]));
      if (moves.some(({ dragging }) => dragging === true)) {
        setDragged(places);
        return;
      }
      setDragged(NOWHERE);
      const { nodes, notes } = editor.document();
      const moved = [...nodes, ...notes].flatMap(({ id, position }) => {
        const place = places.get(id);
        return place && (place.x !== position.x || place.y !== position.y) ? [[id, place] as const] : [];
      });
      if (moved.length > 0) actions.place(Object.fromEntries(moved));
    },
    [editor, actions],
  );

  const onEdgesChange = useCallback<OnEdgesChange<WireElement>>(
    (changes) => select(editor, changes),
    [editor],
  );

  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { isValid, fromNode, fromHandle, toNode }) => {
      if (isValid === true || !fromNode || fromHandle.type !== 'source') return;
      const exit = { from: fromNode.id, handle: fromHandle.id ?? 'out' };
      const { clientX: x, clientY: y } =
        'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
      // Anywhere on a block means into it: handles are small.
      const under = document.elementFromPoint(x, y)?.closest('.react-flow__node-block');
      const onto = toNode?.id ?? under?.getAttribute('data-id') ?? undefined;
      if (onto !== undefined) {
        if (onto !== exit.from) actions.connect(exit, onto);
        return;
      }
      const spot = flow.screenToFlowPosition({ x, y });
      const place = { at: 'spot' as const, x: spot.x, y: spot.y - HEAD_HEIGHT / 2, exit };
      changeView(view, { adding: { place, x, y } });
    },
    [actions, flow, view],
  );
  return { dragged, onNodesChange, onEdgesChange, onConnectEnd };
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
