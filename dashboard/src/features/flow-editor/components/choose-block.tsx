import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { Dialog } from '../../../components/dialog';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { draftPorts } from '../lib/draft-facts';
import { useDocument, useEditorParts, useEditorPiece, useViewPiece } from '../lib/editor-context';
import { fold } from '../lib/fold';
import { useActions } from '../lib/use-actions';
import { useFlowWords } from '../lib/use-words';
import { changeView } from '../lib/view-state';
import { KindIcon } from './kind-icon';

/** Finds a block by its words: to go to it, or to lead a way of the selected one there. */
export function ChooseBlockDialog() {
  const dialog = useViewPiece((state) => state.dialog);
  if (dialog !== 'find' && dialog !== 'connect') return null;
  return <ChooseBlock connects={dialog === 'connect'} />;
}

function ChooseBlock({ connects }: { connects: boolean }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const { view, editor } = useEditorParts();
  const { connect } = useActions();
  const document = useDocument();
  const selectedId = useEditorPiece(({ selected }) => [...selected][0]);
  const source = document.nodes.find(({ id }) => id === selectedId);
  const ports = connects && source ? draftPorts(source) : [];
  const free = ports.find(
    ({ handle }) => !document.edges.some((edge) => edge.from === source?.id && edge.handle === handle),
  );
  const [handle, setHandle] = useState((free ?? ports[0])?.handle ?? 'out');
  const [query, setQuery] = useState('');
  const listId = useId();
  const close = () => changeView(view, { dialog: undefined });
  const wanted = fold(query);
  const found = document.nodes.filter((node) => {
    if (connects && (node.id === source?.id || NODE_KINDS.get(node.kind)?.family === 'trigger')) return false;
    const summary = NODE_KINDS.get(node.kind)?.summary(node.settings, words.locale) ?? '';
    return fold(`${words.title(node)} ${words.kind(node.kind)} ${node.id} ${summary}`).includes(wanted);
  });
  const choose = (id: string) => {
    close();
    if (connects && source) connect({ from: source.id, handle }, id);
    else editor.select([id]);
  };
  const title = connects ? t('connect.title', { title: source ? words.title(source) : '' }) : t('find.title');
  return (
    <Dialog open onClose={close} title={title} width="md">
      <div className="flex flex-col gap-3 pb-4">
        <Field label={t('find.search')}>
          {(control) => (
            <Input
              {...control}
              type="search"
              aria-controls={listId}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && found[0]) choose(found[0].id);
              }}
            />
          )}
        </Field>
        {connects && ports.length > 1 && (
          <Field label={t('connect.exit')}>
            {(control) => (
              <Select {...control} value={handle} onChange={(event) => setHandle(event.target.value)}>
                {ports.map((port) => (
                  <option key={port.handle} value={port.handle}>
                    {words.port(port)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <ul id={listId} aria-label={t('find.results')} className="max-h-72 overflow-y-auto">
          {found.map((node) => (
            <li key={node.id}>
              <button
                type="button"
                onClick={() => choose(node.id)}
                className="ring-focus-inset flex min-h-10 w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-raised"
              >
                <KindIcon kind={node.kind} />
                <span className="min-w-0 flex-1 truncate">{words.title(node)}</span>
                <span className="text-xs text-muted">{node.id}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="py-2 text-muted">{t('find.nothing')}</li>}
        </ul>
      </div>
    </Dialog>
  );
}
