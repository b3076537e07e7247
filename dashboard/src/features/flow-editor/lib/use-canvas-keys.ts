import type { KeyboardEvent, RefObject } from 'react';
import { useEditorParts } from './editor-context';
import { type Direction, neighbour } from './neighbours';
import { GRID } from './node-geometry';
import { useActions } from './use-actions';
import { focusBlock } from './use-canvas-focus';
import { changeView } from './view-state';

const ARROWS: Record<string, { direction: Direction; dx: number; dy: number }> = {
  ArrowLeft: { direction: 'left', dx: -1, dy: 0 },
  ArrowRight: { direction: 'right', dx: 1, dy: 0 },
  ArrowUp: { direction: 'up', dx: 0, dy: -1 },
  ArrowDown: { direction: 'down', dx: 0, dy: 1 },
};

/** Keys of a focused block: walk along wires, move, open, put the next one after it. */
export function useCanvasKeys(frame: RefObject<HTMLDivElement | null>) {
  const { editor, view, readOnly } = useEditorParts();
  const actions = useActions();
  return (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const id = target?.classList.contains('react-flow__node') ? target.dataset['id'] : undefined;
    if (id === undefined || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      if (event.altKey) {
        if (!editor.get().selected.has(id)) editor.select([id]);
        const step = event.shiftKey ? 4 * GRID : GRID;
        actions.nudge(arrow.dx * step, arrow.dy * step);
        return;
      }
      const next = neighbour(editor.document(), id, arrow.direction);
      if (next === undefined) return;
      if (event.shiftKey) {
        editor.select([...editor.get().selected, id, next]);
        requestAnimationFrame(() => focusBlock(frame.current, next));
      } else editor.select([next]);
      return;
    }
    // With a block selected Tab builds on; Escape lets it go, and Tab moves the focus again.
    const builds = event.key === 'Tab' && !event.shiftKey && editor.get().selected.has(id) && !readOnly;
    if (builds) {
      event.preventDefault();
      event.stopPropagation();
      const box = target?.getBoundingClientRect();
      changeView(view, {
        adding: { place: { at: 'after', nodeId: id }, x: (box?.right ?? 0) + 8, y: box?.top ?? 0 },
      });
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (editor.document().nodes.some((node) => node.id === id)) actions.open(id);
      else actions.toggleSection(id);
      return;
    }
    if (event.key === ' ') {
      event.preventDefault();
      editor.select([id]);
      return;
    }
    if (event.key === 'Escape') editor.select([]);
  };
}
