import {
  type NodePositionChange,
  type OnConnectEnd,
  type OnEdgesChange,
  type OnNodesChange,
  type ReactFlowInstance,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useState } from 'react';
import type { FlowDocument } from '../../../../../domain/flow/document';
import type { CanvasNode, WireElement } from './canvas-elements';
import { useEditorParts } from './editor-context';
import { type HelperLine, boxAround, snapToNeighbours } from './helper-lines';
import { HEAD_HEIGHT } from './node-geometry';
import { type Box, sectionsOf } from './sections';
import { useActions } from './use-actions';
import { changeView } from './view-state';

type Places = ReadonlyMap<string, { x: number; y: number }>;
type Plane = ReactFlowInstance<CanvasNode, WireElement>;

interface Drag {
  places: Places;
  lines: readonly HelperLine[];
}

const AT_REST: Drag = { places: new Map(), lines: [] };

/** What the pointer does to the drawing. A drag is one step of the history, made when it ends. */
export function useCanvasChanges() {
  const { editor, view } = useEditorParts();
  const actions = useActions();
  const flow: Plane = useReactFlow<CanvasNode, WireElement>();
  const [drag, setDrag] = useState(AT_REST);

  const onNodesChange = useCallback<OnNodesChange<CanvasNode>>(
    (changes) => {
      select(editor, changes);
      const moves = changes.filter((change): change is NodePositionChange => change.type === 'position');
      if (!moves.some(({ position }) => position)) return;
      const document = editor.document();
      const next = follow(document, flow, moves);
      if (moves.some(({ dragging }) => dragging === true)) {
        setDrag(next);
        return;
      }
      setDrag(AT_REST);
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
  return { drag, onNodesChange, onEdgesChange, onConnectEnd };
}

/** Where everything that is dragged goes: sections take their blocks along, and all come to rest together. */
function follow(document: FlowDocument, flow: Plane, moves: readonly NodePositionChange[]): Drag {
  const raw = new Map<string, { x: number; y: number }>();
  const sections = new Map(sectionsOf(document).map((section) => [section.note.id, section]));
  for (const { id, position } of moves) {
    if (!position) continue;
    const section = sections.get(id);
    if (!section) raw.set(id, position);
    for (const member of section?.members ?? []) {
      const { x, y } = member.position;
      raw.set(member.id, {
        x: x + position.x - (section?.box.x ?? 0),
        y: y + position.y - (section?.box.y ?? 0),
      });
    }
  }
  const elements = flow.getNodes().filter(({ type }) => type !== 'section');
  const boxOf = ({ position, width = 0, height = 0 }: CanvasNode): Box => ({ ...position, width, height });
  const dragged = moves.flatMap(({ id, position }): Box[] => {
    const element = flow.getNode(id);
    return element && position ? [{ ...boxOf(element), ...position }] : [];
  });
  const box = boxAround(dragged);
  if (!box) return { places: raw, lines: [] };
  const others = elements.filter(({ id, type }) => type === 'block' && !raw.has(id)).map(boxOf);
  const { dx, dy, lines } = snapToNeighbours(box, others, flow.getZoom());
  return {
    places: new Map([...raw].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }])),
    lines,
  };
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
