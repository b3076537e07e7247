import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useEditorParts, useEditorPiece } from './editor-context';

/** One block can be reached by Tab: the selected one, or the first. Brings it into view when it got selected. */
export function useCanvasFocus(frame: RefObject<HTMLDivElement | null>): void {
  const { editor } = useEditorParts();
  const flow = useReactFlow();
  const only = useEditorPiece(({ selected }) => (selected.size === 1 ? [...selected][0] : undefined));

  const follow = useEffectEvent((id: string) => {
    const node = editor.document().nodes.find((each) => each.id === id);
    const box = frame.current?.getBoundingClientRect();
    if (!node || !box) return;
    const inner = flow.flowToScreenPosition(node.position);
    const isInView =
      inner.x > box.left && inner.x + 240 < box.right && inner.y > box.top && inner.y + 80 < box.bottom;
    if (!isInView) {
      const zoom = flow.getZoom();
      void flow.setCenter(node.position.x + 120, node.position.y + 60, { zoom, duration: 0 });
    }
    // Where the focus is on the canvas it goes along; where somebody writes, it stays.
    const active = document.activeElement;
    const isHere = active === document.body || (active !== null && frame.current?.contains(active) === true);
    if (!isHere || active instanceof HTMLTextAreaElement) return;
    requestAnimationFrame(() => focusBlock(frame.current, id));
  });
  useEffect(() => {
    if (only !== undefined) follow(only);
  }, [only]);
}

export function focusBlock(frame: HTMLElement | null, id: string): void {
  frame
    ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
    ?.focus({ preventScroll: true });
}
