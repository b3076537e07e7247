import { showToast } from '../../../components/toast';
import type { ActionBase } from './action-base';
import { arrangeAside, layoutInput } from './arrange-aside';
import { type Alignment, align, moveBy, moveTo } from './move';

/** Where things stand. */
export function moveActions({ editor, t, say, act, readOnly }: ActionBase) {
  return {
    place: (places: Record<string, { x: number; y: number }>): void => {
      act(t('step.move', { count: Object.keys(places).length }), moveTo(editor.document(), places));
    },
    nudge: (dx: number, dy: number): void => {
      const { selected } = editor.get();
      if (readOnly || selected.size === 0) return;
      const label = t('step.move', { count: selected.size });
      const command = moveBy(editor.document(), selected, dx, dy);
      if (editor.perform(label, command)) say(label);
    },
    align: (how: Alignment): void => {
      const command = align(editor.document(), editor.get().selected, how);
      if (command) act(t('step.align'), command);
    },
    arrange: async (): Promise<void> => {
      const { selected } = editor.get();
      const input = layoutInput(editor.document(), selected);
      if (input.nodes.length === 0) return;
      try {
        const places = await arrangeAside(input);
        act(t('step.arrange'), moveTo(editor.document(), places));
      } catch {
        showToast({ tone: 'danger', title: t('arrange.failed') });
      }
    },
  };
}
