import { Minus, Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { type Change, diffWords, shortValue } from '../lib/diff-lines';
import { useKindName } from './use-kind-name';

const MARKS: Record<Change, { icon: typeof Plus; tone: string }> = {
  added: { icon: Plus, tone: 'text-success' },
  removed: { icon: Minus, tone: 'text-danger' },
  changed: { icon: Pencil, tone: 'text-warning' },
};

/** Two drawings told apart in words. */
export function DiffView({ before, after }: { before: FlowDocument; after: FlowDocument }) {
  const { t } = useTranslation('flows');
  const kindName = useKindName();
  const diff = diffWords(before, after);
  const { variables } = diff;
  const others = [
    diff.ways.added > 0 && t('diff.waysAdded', { count: diff.ways.added }),
    diff.ways.removed > 0 && t('diff.waysRemoved', { count: diff.ways.removed }),
    variables.added.length > 0 && t('diff.variablesAdded', { names: variables.added.join(', ') }),
    variables.removed.length > 0 && t('diff.variablesRemoved', { names: variables.removed.join(', ') }),
    variables.changed.length > 0 && t('diff.variablesChanged', { names: variables.changed.join(', ') }),
    diff.moved > 0 && t('diff.moved', { count: diff.moved }),
    diff.notes > 0 && t('diff.notes', { count: diff.notes }),
  ].filter((words) => words !== false);
  return (
    <div className="flex flex-col gap-2">
      {diff.same && <p className="text-text-2">{t('diff.same')}</p>}
      <ul aria-label={t('diff.title')} className="flex flex-col gap-2">
        {diff.lines.map(({ change, id, kind, title, fields }) => {
          const { icon: Icon, tone } = MARKS[change];
          return (
            <li key={`${change}:${id}`} className="flex gap-2.5">
              <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
              <div className="min-w-0 flex-1">
                <p>
                  <span className={tone}>{t(`diff.${change}`)}</span>{' '}
                  <span className="font-medium">{title === '' ? kindName(kind) : title}</span>{' '}
                  {title !== '' && <span className="text-sm text-muted">{kindName(kind)}</span>}
                </p>
                {fields.length > 0 && (
                  <dl className="mt-1 text-sm text-text-2">
                    {fields.map(({ field, before: was, after: is }) => (
                      <div key={field} className="flex flex-wrap gap-x-2">
                        <dt className="font-mono text-xs leading-5 text-muted">{field}</dt>
                        <dd className="min-w-0 break-words">
                          <span className="sr-only">{t('diff.was')} </span>
                          <s className="decoration-muted">{shortValue(was)}</s> <span aria-hidden>→</span>
                          <span className="sr-only">{t('diff.is')}</span> {shortValue(is)}
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <ul className="list-disc pl-5 text-sm text-text-2">
          {others.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
