import { type ComponentType, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useFlow } from '../api/use-flows';
import { useFleet } from '../api/use-runs';
import { useVersion } from '../api/use-versions';
import { standingByNode } from '../lib/answers';
import { type FleetCanvasProps, FleetSketch } from './painted-sketch';

interface LiveFleetProps {
  flowId: string;
  Canvas: ComponentType<FleetCanvasProps>;
}

/** The published version over the whole place that it gets, with how many runs stand where; it keeps itself fresh. */
export function LiveFleet({ flowId, Canvas }: LiveFleetProps) {
  const { t } = useTranslation('flows');
  const flow = useFlow(flowId);
  const version = useVersion(flowId, flow.data?.published);
  const fleet = useFleet(flowId);
  const failed = [flow, version, fleet].find(({ data, isError }) => data === undefined && isError);
  if (failed !== undefined) {
    return (
      <ErrorState error={failed.error} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
    );
  }
  if (version.data === undefined || fleet.data === undefined) {
    return (
      <Loading className="flex flex-1 p-4">
        <Skeleton className="flex-1 rounded-card" />
      </Loading>
    );
  }
  const { document, number } = version.data;
  const counts = standingByNode(fleet.data, number);
  const here = Object.values(counts).reduce((sum, runs) => sum + runs, 0);
  const all = fleet.data.reduce((sum, { runs }) => sum + runs, 0);
  return (
    <section aria-label={t('live.title')} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <p role="status" className="border-b border-divider px-4 py-2 text-sm text-text-2">
        {t('live.standing', { number, count: here })}
        {all > here && ` ${t('live.elsewhere', { count: all - here })}`}
      </p>
      <div className="min-h-0 flex-1">
        <Suspense fallback={<FleetSketch document={document} counts={counts} />}>
          <Canvas document={document} counts={counts} />
        </Suspense>
      </div>
    </section>
  );
}
