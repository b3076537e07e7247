import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import type { PublicForm, Submission } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useSubmissions } from '../api/use-forms';
import { columnsOf } from '../lib/submission-table';

/** What was sent, the newest first. */
export function Submissions({ form }: { form: PublicForm }) {
  const { t } = useTranslation('integrations');
  const pages = useSubmissions(form.id);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return (
    <Card title={t('answers.title')} description={t('forms.submissions', { count: form.submissions })}>
      {rows === undefined && pages.isError && (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} retrying={pages.isFetching} />
      )}
      {rows === undefined && !pages.isError && (
        <Loading className="flex flex-col gap-2">
          <Skeleton className="h-11" />
          <Skeleton className="h-11" />
        </Loading>
      )}
      {rows?.length === 0 && <p className="text-text-2">{t('answers.empty')}</p>}
      {rows !== undefined && rows.length > 0 && <AnswerTable form={form} rows={rows} />}
      {pages.hasNextPage && (
        <Button
          busy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
          className="mx-auto mt-4 flex"
        >
          {t('answers.more')}
        </Button>
      )}
    </Card>
  );
}

const cellClass = 'max-w-72 min-w-28 py-2 pr-4 align-top break-words';

function AnswerTable({ form, rows }: { form: PublicForm; rows: Submission[] }) {
  const { t } = useTranslation('integrations');
  const format = useFormat();
  const columns = columnsOf(form, rows);
  return (
    // It scrolls by itself, so that the page does not; the keyboard must get there too.
    <div role="group" aria-label={t('answers.title')} tabIndex={0} className="ring-focus overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-divider text-sm text-muted">
            <th scope="col" className={cellClass}>
              {t('answers.when')}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className={cellClass}>
                <span className="line-clamp-2">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={cellClass}>
                <time dateTime={row.createdAt}>{format.dateTime(row.createdAt)}</time>
              </td>
              {columns.map(({ key }) => (
                <td key={key} className={cellClass}>
                  {words(row.values[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function words(value: unknown): string {
    if (value === undefined || value === null || value === '') return '—';
    if (typeof value === 'boolean') return t(value ? 'answers.yes' : 'answers.no');
    if (typeof value === 'number') return format.number(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
  }
}
