import type { ActionBase } from './action-base';
import { group, sectionsOf, ungroup } from './sections';
import { changeView } from './view-state';

/** Blocks kept together under a name. */
export function sectionActions({ editor, view, t, act, readOnly }: ActionBase) {
  const find = (id: string) => sectionsOf(editor.document()).find(({ note }) => note.id === id);
  return {
    group: (): void => {
      const document = editor.document();
      const name = t('section.unnamed', { number: sectionsOf(document).length + 1 });
      const made = group(document, editor.get().selected, name);
      if (!made) return;
      const [id = ''] = made.select;
      const isNew = find(id) === undefined;
      const count = document.nodes.filter(({ id: node }) => editor.get().selected.has(node)).length;
      // Its name is what is written next.
      if (act(t('step.group', { count }), made.command, made.select) && isNew)
        changeView(view, { naming: id });
    },
    ungroup: (): void => {
      const apart = ungroup(editor.document(), editor.get().selected);
      if (apart) act(t('step.ungroup', { count: apart.select.length }), apart.command, apart.select);
    },
    toggleSection: (id: string): void => {
      const section = find(id);
      if (!section) return;
      const { collapsed, ...note } = section.note;
      const isClosing = collapsed !== true;
      const label = t(isClosing ? 'step.collapse' : 'step.expand', { name: note.text });
      // Something selected in it would hold it open.
      act(label, { do: 'changeNote', note: isClosing ? { ...note, collapsed: true } : note }, [id]);
    },
    nameSection: (id: string, text: string): void => {
      const note = find(id)?.note;
      if (!note || note.text === text || readOnly) return;
      editor.perform(
        t('step.nameSection'),
        { do: 'changeNote', note: { ...note, text } },
        { merge: `section ${id}` },
      );
    },
  };
}
