import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, CircleAlert, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NODE_KINDS } from '../../../../../domain/flow/registry';
import { Button } from '../../../components/button';
import { IconButton } from '../../../components/icon-button';
import { cx } from '../../../lib/cx';
import { useDocument, useEditorParts, useEditorPiece } from '../lib/editor-context';
import { draftPorts } from '../lib/draft-facts';
import { type OutlinePart, type OutlineRow, outlineOf, outlineParts } from '../lib/outline';
import { swapWithNext, swapWithPrevious } from '../lib/swap';
import { useActions } from '../lib/use-actions';
import { useAnalysis } from '../lib/use-analysis';
import { useFlowWords } from '../lib/use-words';
import { changeView } from '../lib/view-state';
import { Exits } from './exits';
import { KindIcon } from './kind-icon';
import { SectionName } from './section-name';
import { StatusBadge } from './status-badge';

/** The flow as an ordered list, with everything the canvas can do: for phones, for ears, for whoever likes lists. */
export function ScriptView() {
  const { t } = useTranslation('flow-editor');
  const { view, readOnly } = useEditorParts();
  const document = useDocument();
  const rows = outlineOf(document);
  return (
    <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-[880px] px-4 py-5 sm:px-8">
        <h2 className="sr-only">{t('script.title')}</h2>
        {rows.length === 0 ? (
          <p className="py-8 text-center text-muted">{t('script.empty')}</p>
        ) : (
          <ol aria-label={t('script.title')} className="flex flex-col gap-2">
            {outlineParts(document, rows).map((part) => (
              <Part key={part.rows[0]?.node.id} part={part} />
            ))}
          </ol>
        )}
        {!readOnly && (
          <Button
            className="mt-4"
            icon={<Plus aria-hidden />}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              changeView(view, { adding: { place: { at: 'anywhere' }, x: box.left, y: box.top } });
            }}
          >
            {t('script.add')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The rows of a section under its name, which hides them when it is collapsed; or rows of none. */
function Part({ part: { section, rows } }: { part: OutlinePart }) {
  const { t } = useTranslation('flow-editor');
  const { readOnly } = useEditorParts();
  const { toggleSection } = useActions();
  const holds = useEditorPiece(({ selected }) => rows.some(({ node }) => selected.has(node.id)));
  const list = rows.map((row) => <Row key={row.node.id} row={row} />);
  if (!section) return list;
  const { note } = section;
  const isClosed = note.collapsed === true && !readOnly && !holds;
  return (
    <li className="rounded-card border border-dashed border-control bg-text/4 p-2">
      <div className="flex min-w-0 items-center gap-1">
        {!readOnly && (
          <IconButton
            label={t(isClosed ? 'section.expand' : 'section.collapse', { name: note.text })}
            aria-expanded={!isClosed}
            icon={isClosed ? <ChevronRight aria-hidden /> : <ChevronDown aria-hidden />}
            onClick={() => toggleSection(note.id)}
          />
        )}
        <SectionName note={note} />
        <span className="ml-auto shrink-0 px-2 text-xs text-muted">
          {t('section.count', { count: rows.length })}
        </span>
      </div>
      {!isClosed && (
        <ol aria-label={note.text} className="mt-2 flex flex-col gap-2">
          {list}
        </ol>
      )}
    </li>
  );
}

function Row({ row }: { row: OutlineRow }) {
  const { t } = useTranslation('flow-editor');
  const words = useFlowWords();
  const actions = useActions();
  const { editor, readOnly, statuses } = useEditorParts();
  const isSelected = useEditorPiece(({ selected }) => selected.has(row.node.id));
  const findings = useAnalysis().ofNode.get(row.node.id) ?? [];
  const { node, number, depth, via, isLoose } = row;
  const definition = NODE_KINDS.get(node.kind);
  const title = words.title(node);
  const status = statuses?.[node.id];
  const source = via && editor.document().nodes.find(({ id }) => id === via.from);
  return (
    <li
      className={cx(
        'rounded-card border bg-surface',
        isSelected ? 'border-primary-text' : 'border-divider',
        node.disabled === true && 'opacity-70',
      )}
      style={{ marginInlineStart: Math.min(depth, 4) * 16 }}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 p-2 sm:p-3">
        <span className="w-9 shrink-0 text-right text-xs text-muted">{number}</span>
        <KindIcon kind={node.kind} />
        <button
          type="button"
          onClick={() => actions.open(node.id)}
          className="ring-focus flex min-w-0 flex-1 items-center gap-2 rounded-control text-left pointer-coarse:min-h-11"
        >
          <span className="min-w-0 flex-1">
            <span className="sr-only">{t('inspector.settings')}</span>
            {via !== undefined && via.handle !== 'out' && (
              <span className={cx('block text-xs', via.handle === 'error' ? 'text-orange' : 'text-muted')}>
                {t('script.via', { port: source ? portName(words, source, via.handle) : via.handle })}
              </span>
            )}
            <span className="block truncate font-medium">{title}</span>
            <span className="block truncate text-sm text-muted">
              {definition?.summary(node.settings, words.locale) || words.kind(node.kind)}
            </span>
          </span>
          <ChevronRight aria-hidden className="size-4 text-muted" />
        </button>
        {findings.length > 0 && (
          <span className="flex items-center gap-1 text-xs text-danger">
            <CircleAlert aria-hidden className="size-3.5" />
            {t('canvas.problems', { count: findings.length })}
          </span>
        )}
        {isLoose && <span className="text-xs text-warning">{t('script.loose')}</span>}
        {status !== undefined && <StatusBadge status={status} />}
        {!readOnly && <RowButtons node={node} title={title} />}
      </div>
      <details className="border-t border-hairline px-3 py-1 text-sm">
        <summary className="ring-focus cursor-pointer rounded-control py-1 text-text-2 pointer-coarse:py-2.5">
          {t('script.exits', { title })}
        </summary>
        <Exits node={node} />
      </details>
    </li>
  );
}

/** Order, a block more, a block less. */
function RowButtons({ node, title }: { node: OutlineRow['node']; title: string }) {
  const { t } = useTranslation('flow-editor');
  const actions = useActions();
  const { editor, view } = useEditorParts();
  const [up, down] = [swapWithPrevious(editor.document(), node.id), swapWithNext(editor.document(), node.id)];
  return (
    <span className="flex max-sm:w-full max-sm:justify-end">
      <IconButton
        label={t('script.up', { title })}
        icon={<ArrowUp aria-hidden />}
        disabled={up === undefined}
        onClick={() => up && editor.perform(t('step.swap', { name: title }), up)}
      />
      <IconButton
        label={t('script.down', { title })}
        icon={<ArrowDown aria-hidden />}
        disabled={down === undefined}
        onClick={() => down && editor.perform(t('step.swap', { name: title }), down)}
      />
      <IconButton
        label={t('script.insert', { title })}
        icon={<Plus aria-hidden />}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          changeView(view, {
            adding: { place: { at: 'after', nodeId: node.id }, x: box.left, y: box.bottom + 4 },
          });
        }}
      />
      <IconButton
        label={t('script.remove', { title })}
        icon={<Trash2 aria-hidden />}
        onClick={() => actions.remove([node.id])}
      />
    </span>
  );
}

function portName(words: ReturnType<typeof useFlowWords>, node: OutlineRow['node'], handle: string): string {
  return words.port(draftPorts(node).find((port) => port.handle === handle) ?? { handle });
}
