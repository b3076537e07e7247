import type { EditorParts } from './editor-context';
import { changeView } from './view-state';

/** Below it only icon and title can be read. */
const FAR = 0.5;

/** Of React Flow's state: the drawing is so small that most of its words are left out. */
export const isFarAway = ({ transform }: { transform: readonly [number, number, number] }): boolean =>
  transform[2] < FAR;

/** Opens the quick palette beside the selected block, or in the middle where none is. */
export function openQuickAdd({ editor, view }: Pick<EditorParts, 'editor' | 'view'>): void {
  const [selected] = editor.get().selected;
  const isBlock = editor.document().nodes.some(({ id }) => id === selected);
  const box = document
    .querySelector(`.react-flow__node[data-id="${CSS.escape(selected ?? '')}"]`)
    ?.getBoundingClientRect();
  changeView(view, {
    adding: {
      place: selected !== undefined && isBlock ? { at: 'after', nodeId: selected } : { at: 'anywhere' },
      x: box ? box.right + 8 : window.innerWidth / 2 - 160,
      y: box ? box.top : 120,
    },
  });
}

/** Layer by layer: the selection goes last. */
export function leaveLayer({ editor, view }: Pick<EditorParts, 'editor' | 'view'>): void {
  const { inspector, problems, simulator } = view.get();
  if (simulator) changeView(view, { simulator: false });
  else if (problems) changeView(view, { problems: false });
  else if (inspector) changeView(view, { inspector: false });
  else editor.select([]);
}
