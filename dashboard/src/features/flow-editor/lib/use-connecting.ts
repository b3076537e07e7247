import { type IsValidConnection, type OnConnect, type OnConnectEnd, useReactFlow } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { WireElement } from './canvas-elements';
import { refusal } from './compose';
import { useEditorParts } from './editor-context';
import { HEAD_HEIGHT, INPUT_HANDLE } from './node-geometry';
import { useActions } from './use-actions';
import { changeView } from './view-state';

/** Drawing a wire with the pointer: onto a block, or into the open, where another block is asked for. */
export function useConnecting() {
  const { editor, view } = useEditorParts();
  const actions = useActions();
  const flow = useReactFlow();

  const onConnect = useCallback<OnConnect>(
    ({ source, sourceHandle, target }) =>
      actions.connect({ from: source, handle: sourceHandle ?? 'out' }, target),
    [actions],
  );

  const isValidConnection = useCallback<IsValidConnection<WireElement>>(
    ({ source, target, targetHandle }) =>
      targetHandle === INPUT_HANDLE && refusal(editor.document(), source, target) === undefined,
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
  return useMemo(
    () => ({ onConnect, onConnectEnd, isValidConnection }),
    [onConnect, onConnectEnd, isValidConnection],
  );
}
