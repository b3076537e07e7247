import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditCommand, NodeChanges } from '../../../../../domain/flow/edit/commands';
import type { FlowNode } from '../../../../../domain/flow/document';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { showToast } from '../../../components/toast';
import { arrangeAside, layoutInput } from './arrange-aside';
import { copyPart, pastePart, readPart } from './clipboard';
import {
  type Composed,
  type Exit,
  addNode,
  connect,
  insertAfter,
  insertOnEdge,
  refusal,
  remove,
} from './compose';
import { useEditorParts } from './editor-context';
import { type Alignment, align, moveBy, moveTo } from './move';
import { newNoteId } from './new-id';
import { rememberKind } from './recent-kinds';
import { useFlowWords } from './use-words';
import { type InsertPlace, changeView } from './view-state';

/** Everything a person can do to the drawing, each as one named step of the history, said aloud. */
export function useActions() {
  const { editor, view, tenantId, readOnly } = useEditorParts();
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  return useMemo(() => {
    const say = (said: string) => changeView(view, { said });
    const act = (label: string, command: EditCommand, select?: Iterable<string>): boolean => {
      if (readOnly) return false;
      const done = editor.perform(label, command, select === undefined ? {} : { select });
      say(done ? label : t('said.refused'));
      return done;
    };
    const compose = (label: string, { command, select }: Composed) => act(label, command, select);
    const node = (id: string) => editor.document().nodes.find((each) => each.id === id);
    const nameOf = (id: string) => {
      const found = node(id);
      return found ? words.title(found) : '';
    };
    const selectedNodes = () => editor.document().nodes.filter(({ id }) => editor.get().selected.has(id));

    const paste = (text: string, at?: { x: number; y: number }): boolean => {
      const part = readPart(text, tenantId);
      if (!part) return false;
      const { command, select } = pastePart(editor.document(), part, at);
      return act(t('step.paste', { count: select.length }), command, select);
    };

    return {
      say,
      add: (kind: string, place: InsertPlace): boolean => {
        const document = editor.document();
        const label = t('step.add', { name: words.kind(kind) });
        rememberKind(kind);
        if (place.at === 'after' && node(place.nodeId)) {
          return compose(label, insertAfter(document, place.nodeId, kind, ''));
        }
        if (place.at === 'edge') {
          const edge = document.edges.find(({ id }) => id === place.edgeId);
          const isTrigger = NODE_KINDS.get(kind)?.family === 'trigger';
          if (edge && !isTrigger) return compose(label, insertOnEdge(document, edge, kind, ''));
        }
        if (place.at === 'spot') return compose(label, addNode(document, kind, '', place, place.exit));
        const last = document.nodes.at(-1)?.position ?? { x: 0, y: -160 };
        return compose(label, addNode(document, kind, '', { x: last.x, y: last.y + 160 }));
      },
      connect: (exit: Exit, to: string | undefined): boolean => {
        const document = editor.document();
        const why = to === undefined ? undefined : refusal(document, exit.from, to);
        if (why !== undefined) {
          say(t(`refused.${why}`));
          return false;
        }
        const values = { from: nameOf(exit.from), to: to === undefined ? '' : nameOf(to) };
        const label = to === undefined ? t('step.disconnect', values) : t('step.connect', values);
        return act(label, connect(document, exit, to));
      },
      removeSelected: (): void => {
        const { selected } = editor.get();
        if (selected.size === 0) return;
        act(t('step.remove', { count: selected.size }), remove(editor.document(), selected), []);
      },
      remove: (ids: string[]): void => {
        act(t('step.remove', { count: ids.length }), remove(editor.document(), new Set(ids)), []);
      },
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
      copy: async (cut = false): Promise<void> => {
        const { selected } = editor.get();
        const text = copyPart(editor.document(), selected, tenantId);
        if (text === undefined) return;
        const count = selectedNodes().length;
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
        const nodes = selectedNodes();
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
      undo: (): void => {
        if (readOnly) return;
        const label = editor.undo();
        say(label === undefined ? t('said.nothingToUndo') : t('said.undone', { label }));
      },
      redo: (): void => {
        if (readOnly) return;
        const label = editor.redo();
        say(label === undefined ? t('said.nothingToRedo') : t('said.redone', { label }));
      },
      selectAll: (): void => {
        const { nodes, notes } = editor.document();
        editor.select([...nodes, ...notes].map(({ id }) => id));
      },
      open: (nodeId: string, field = ''): void => {
        editor.select([nodeId]);
        changeView(view, { inspector: true, wanted: { nodeId, field } });
      },
      nameOf,
      titleOf: (each: FlowNode) => words.title(each),
    };
  }, [editor, view, tenantId, readOnly, t, words]);
}

export type Actions = ReturnType<typeof useActions>;
