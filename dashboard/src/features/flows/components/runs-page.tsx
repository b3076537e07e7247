import { useParams, useSearch } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { type ComponentType, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Sheet } from '../../../components/sheet';
import { Skeleton } from '../../../components/skeleton';
import { useNow } from '../../../lib/time/use-now';
import { useIsPhone } from '../../../lib/use-media';
import { useFlow } from '../api/use-flows';
import { useFleet, useRuns } from '../api/use-runs';
import { useVersion } from '../api/use-versions';
import { standingByNode } from '../lib/answers';
import { runFilterOf } from '../lib/flows-search';
import { SimulatorPanel } from '../simulator/simulator-panel';
import { ErrorDigest } from './error-digest';
import { FleetCard } from './fleet-card';
import { FlowPage } from './flow-page';
import { type FleetCanvasProps, FleetSketch } from './painted-sketch';
import { RunRows } from './run-rows';
import { RunsFilter } from './runs-filter';

const MINUTE_MS = 60_000;

/**
 * Every passage through one automation; where they stand now; what goes wrong. The page itself knows only a sketch;
 * who mounts it may give a canvas.
 */
export function RunsPage({ Canvas = FleetSketch }: { Canvas?: ComponentType<FleetCanvasProps> }) {
  const { t } = useTranslation('flows');
  const { id } = useParams({ from: '/shell/automations/$id/runs' });
  const search = useSearch({ from: '/shell/automations/$id/runs' });
  const now = useNow(MINUTE_MS);
  const flow = useFlow(id);
  const live = useVersion(id, flow.data?.published);
  const fleet = useFleet(id);
  const isPhone = useIsPhone();
  const counts = standingByNode(fleet.data ?? [], live.data?.number ?? 0);
  const [trying, setTrying] = useState(false);
  const runs = useRuns(id, runFilterOf(search, now));
  const rows = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = Object.keys(search).length > 0;
  return (
    <FlowPage
      id={id}
      title={t('runs.title')}
      actions={<Button onClick={() => setTrying(true)}>{t('simulator.open')}</Button>}
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-4">
          {live.data !== undefined && Object.keys(counts).length > 0 && !isPhone && (
            <div className="h-72 overflow-hidden rounded-card border border-hairline">
              <Suspense fallback={<FleetSketch document={live.data.document} counts={counts} />}>
                <Canvas document={live.data.document} counts={counts} />
              </Suspense>
            </div>
          )}
          <RunsFilter id={id} search={search} />
          {runs.data === undefined && runs.isError && (
            <ErrorState error={runs.error} onRetry={() => void runs.refetch()} retrying={runs.isFetching} />
          )}
          {runs.data === undefined && !runs.isError && (
            <Loading className="flex flex-col gap-2">
              {[0, 1, 2, 3].map((row) => (
                <Skeleton key={row} className="h-16 rounded-card" />
              ))}
            </Loading>
          )}
          {runs.data !== undefined && rows.length === 0 && (
            <EmptyState
              icon={<Activity />}
              title={t(filtered ? 'runs.nothing' : 'runs.empty.title')}
              description={filtered ? undefined : t('runs.empty.detail')}
            />
          )}
          {rows.length > 0 && <RunRows runs={rows} />}
          {runs.hasNextPage && (
            <Button
              busy={runs.isFetchingNextPage}
              onClick={() => void runs.fetchNextPage()}
              className="self-center"
            >
              {t('runs.more')}
            </Button>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <FleetCard id={id} />
          <ErrorDigest id={id} />
        </div>
      </div>
      <Sheet open={trying} onClose={() => setTrying(false)} title={t('simulator.title')}>
        {flow.data !== undefined && <SimulatorPanel document={flow.data.draft} flowId={id} />}
      </Sheet>
    </FlowPage>
  );
}
