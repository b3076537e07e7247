import { Activity } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import type { useAllRuns, useRuns } from '../api/use-runs';
import { RunRows } from './run-rows';

interface RunListProps {
  runs: ReturnType<typeof useRuns | typeof useAllRuns>;
  /** Whether an empty list may be the filter's doing. */
  filtered: boolean;
  /** Of several automations: each row says of which. */
  named?: boolean;
}

/** Runs, the last begun first, with the way to those before. */
export function RunList({ runs, filtered, named = false }: RunListProps) {
  const { t } = useTranslation('flows');
  if (runs.data === undefined) {
    return runs.isError ? (
      <ErrorState error={runs.error} onRetry={() => void runs.refetch()} retrying={runs.isFetching} />
    ) : (
      <Loading className="flex flex-col gap-2">
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-16 rounded-card" />
        ))}
      </Loading>
    );
  }
  const rows = runs.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Activity />}
        title={t(filtered ? 'runs.nothing' : 'runs.empty.title')}
        description={filtered ? undefined : t('runs.empty.detail')}
      />
    );
  }
  return (
    <>
      <RunRows runs={rows} named={named} />
      {runs.hasNextPage && (
        <Button
          busy={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
          className="self-center"
        >
          {t('runs.more')}
        </Button>
      )}
    </>
  );
}
