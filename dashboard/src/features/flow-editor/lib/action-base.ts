import type { TFunction } from 'i18next';
import type { EditCommand } from '../../../../../domain/flow/edit/commands';
import type { FlowNode } from '../../../../../domain/flow/document';
import type { Composed } from './compose';
import type { EditorParts } from './editor-context';
import type { FlowWords } from './use-words';
import { changeView } from './view-state';

/** What every action needs: the drawing, words, and a voice for screen readers. */
export interface ActionBase extends EditorParts {
  t: TFunction<'flow-editor'>;
  words: FlowWords;
  say: (said: string) => void;
  /** One named step of the history; false when it was refused. */
  act: (label: string, command: EditCommand, select?: Iterable<string>) => boolean;
  compose: (label: string, composed: Composed) => boolean;
  node: (id: string) => FlowNode | undefined;
  nameOf: (id: string) => string;
}

export function actionBase(parts: EditorParts, t: ActionBase['t'], words: FlowWords): ActionBase {
  const { editor, view, readOnly } = parts;
  const say = (said: string) => changeView(view, { said });
  const act: ActionBase['act'] = (label, command, select) => {
    if (readOnly) return false;
    const done = editor.perform(label, command, select === undefined ? {} : { select });
    say(done ? label : t('said.refused'));
    return done;
  };
  const node = (id: string) => editor.document().nodes.find((each) => each.id === id);
  return {
    ...parts,
    t,
    words,
    say,
    act,
    compose: (label, { command, select }) => act(label, command, select),
    node,
    nameOf: (id) => {
      const found = node(id);
      return found ? words.title(found) : '';
    },
  };
}
