import type { EditCommand, NodeChanges } from '../../../../../domain/flow/edit/commands';
import type { ActionBase } from './action-base';
import { newNoteId } from './new-id';

/** What is written in blocks, notes and the flow itself. */
export function changeActions({ editor, t, act, readOnly, nameOf }: ActionBase) {
  return {
    addNote: (at: { x: number; y: number }): void => {
      const id = newNoteId(editor.document());
      act(t('step.addNote'), { do: 'addNote', note: { id, text: '', position: at } }, [id]);
    },
    changeNote: (id: string, text: string): void => {
      const note = editor.document().notes.find((each) => each.id === id);
      if (!note || note.text === text || readOnly) return;
      editor.perform(
        t('step.changeNote'),
        { do: 'changeNote', note: { ...note, text } },
        { merge: `note ${id}` },
      );
    },
    /** `field` keeps the typing in one field together as one step. */
    change: (id: string, changes: NodeChanges, field: string): void => {
      if (readOnly) return;
      editor.perform(
        t('step.change', { name: nameOf(id) }),
        { do: 'changeNode', id, changes },
        { merge: `${id} ${field}` },
      );
    },
    toggleDisabled: (): void => {
      const { selected } = editor.get();
      const nodes = editor.document().nodes.filter(({ id }) => selected.has(id));
      const isOn = nodes.some(({ disabled }) => disabled !== true);
      const commands = nodes.map(({ id }): EditCommand => ({
        do: 'changeNode',
        id,
        changes: { disabled: isOn ? true : undefined },
      }));
      if (commands.length === 0) return;
      act(t(isOn ? 'step.disable' : 'step.enable', { count: nodes.length }), { do: 'batch', commands });
    },
    rename: (name: string, description: string | undefined): void => {
      if (readOnly) return;
      editor.perform(t('step.rename'), { do: 'rename', name, description }, { merge: 'rename' });
    },
  };
}
