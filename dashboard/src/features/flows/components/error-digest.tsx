import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import { useFlow } from '../api/use-flows';
import { useFailures } from '../api/use-runs';
import { groupFailures } from '../lib/answers';
import { useFailureWords } from './use-failure-words';

const MINUTE_MS = 60_000;

/** Failures of the last days, one line a cause. */
export function ErrorDigest({ id }: { id: string }) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  const errors = useFailures(id);
  const nodes = useFlow(id).data?.draft.nodes;
  const titleOf = (nodeId: string | null) => nodes?.find((node) => node.id === nodeId)?.title ?? nodeId ?? '';
  return (
    <Card title={t('errors.title')} description={t('errors.detail')}>
      {errors.data === undefined && errors.isError && (
        <ErrorState error={errors.error} onRetry={() => void errors.refetch()} retrying={errors.isFetching} />
      )}
      {errors.data === undefined && !errors.isError && (
        <Loading>
          <Skeleton className="h-16" />
        </Loading>
      )}
      {errors.data?.length === 0 && <p className="text-text-2">{t('errors.empty')}</p>}
      <ul aria-label={t('errors.title')} className="flex flex-col gap-3">
        {groupFailures(errors.data ?? []).map((group) => (
          <li key={`${group.nodeId ?? ''}:${group.type}`}>
            <p className="break-words">
              {titleOf(group.nodeId)}: <span className="text-danger">{failureWords(group.type)}</span>
            </p>
            <p className="text-sm text-muted">
              {t('errors.times', { count: group.count, time: format.near(group.lastHour, now) })} ·{' '}
              <Link
                to="/automations/runs/$runId"
                params={{ runId: group.lastRunId }}
                className="ring-focus rounded-xs text-primary-text underline"
              >
                {t('errors.last')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
