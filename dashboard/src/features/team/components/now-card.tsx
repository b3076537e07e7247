import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useWorkload } from '../../../lib/api/workload-query';
import { cx } from '../../../lib/cx';
import { useFormat } from '../../../lib/format/use-format';
import { useWaited } from '../lib/use-waited';

/** Who waits for a person, over the whole account, as it changes. */
export function NowCard() {
  const { t } = useTranslation(['team', 'common']);
  const workload = useWorkload();
  const queue = workload.data?.queue;
  return (
    <Card
      title={t('now.title')}
      description={t('now.detail')}
      aside={
        <Link to="/conversas" search={{ tab: 'waiting' }} className={buttonClass()}>
          {t('now.open')}
        </Link>
      }
    >
      {queue !== undefined && <Figures queue={queue} />}
      {queue === undefined &&
        (workload.isError ? (
          <ErrorState
            error={workload.error}
            onRetry={() => void workload.refetch()}
            retrying={workload.isFetching}
          />
        ) : (
          <Loading>
            <Skeleton className="h-14" />
          </Loading>
        ))}
    </Card>
  );
}

type Queue = NonNullable<ReturnType<typeof useWorkload>['data']>['queue'];

function Figures({ queue }: { queue: Queue }) {
  const { t } = useTranslation('team');
  const format = useFormat();
  const waited = useWaited(queue.waitingSince);
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
      <Figure label={t('now.waiting')} tone={queue.waiting > 0 ? 'text-warning' : ''}>
        {format.number(queue.waiting)}
      </Figure>
      <Figure label={t('now.oldest')} tone={queue.alerted > 0 ? 'text-danger' : ''}>
        {waited ?? t('now.nobody')}
      </Figure>
      <Figure label={t('now.urgent')} tone={queue.urgent > 0 ? 'text-danger' : ''}>
        {format.number(queue.urgent)}
      </Figure>
      <Figure label={t('now.unassigned')}>{format.number(queue.unassigned)}</Figure>
      <Figure label={t('now.responding')}>{format.number(queue.responding)}</Figure>
    </dl>
  );
}

function Figure({ label, tone = '', children }: { label: string; tone?: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end gap-0.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className={cx('truncate text-xl font-semibold tabular-nums', tone)}>{children}</dd>
    </div>
  );
}
