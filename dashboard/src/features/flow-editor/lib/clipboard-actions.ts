import { showToast } from '../../../components/toast';
import type { ActionBase } from './action-base';
import { copyPart, pastePart, readPart } from './clipboard';
import { remove } from './compose';
import { withMembers } from './sections';

/** Parts of the drawing as text. */
export function clipboardActions({ editor, tenantId, t, say, act }: ActionBase) {
  const paste = (text: string, at?: { x: number; y: number }): boolean => {
    const part = readPart(text, tenantId);
    if (!part) return false;
    const { command, select } = pastePart(editor.document(), part, at);
    return act(t('step.paste', { count: select.length }), command, select);
  };
  return {
    copy: async (cut = false): Promise<void> => {
      const selected = withMembers(editor.document(), editor.get().selected);
      const text = copyPart(editor.document(), selected, tenantId);
      if (text === undefined) return;
      const count = editor.document().nodes.filter(({ id }) => selected.has(id)).length;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        showToast({ tone: 'danger', title: t('clipboard.denied') });
        return;
      }
      if (cut) act(t('step.cut', { count }), remove(editor.document(), selected), []);
      else say(t('said.copied', { count }));
    },
    paste,
    duplicate: (): void => {
      const text = copyPart(editor.document(), editor.get().selected, tenantId);
      if (text !== undefined) paste(text);
    },
  };
}
