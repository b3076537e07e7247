import { useParams, useSearch } from '@tanstack/react-router';
import { type ComponentType, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Sheet } from '../../../components/sheet';
import { useNow } from '../../../lib/time/use-now';
import { useIsPhone } from '../../../lib/use-media';
import { useFlow } from '../api/use-flows';
import { useFleet, useRuns } from '../api/use-runs';
import { useVersion } from '../api/use-versions';
import { standingByNode } from '../lib/answers';
import { runFilterOf, validateRunsSearch } from '../lib/flows-search';
import { SimulatorPanel } from '../simulator/simulator-panel';
import { ErrorDigest } from './error-digest';
import { FleetCard } from './fleet-card';
import { FlowPage } from './flow-page';
import { type FleetCanvasProps, FleetSketch } from './painted-sketch';
import { RunList } from './run-list';
import { RunsFilter } from './runs-filter';

const MINUTE_MS = 60_000;

/**
 * Every passage through one automation; where they stand now; what goes wrong. The page itself knows only a sketch;
 * who mounts it may give a canvas.
 */
export function RunsPage({ Canvas = FleetSketch }: { Canvas?: ComponentType<FleetCanvasProps> }) {
  const { t } = useTranslation('flows');
  const { id } = useParams({ from: '/shell/automations/$id/runs' });
  // The router leaves in what the rule has dropped.
  const search = validateRunsSearch({ ...useSearch({ from: '/shell/automations/$id/runs' }) });
  const now = useNow(MINUTE_MS);
  const flow = useFlow(id);
  const live = useVersion(id, flow.data?.published);
  const fleet = useFleet(id);
  const isPhone = useIsPhone();
  const counts = standingByNode(fleet.data ?? [], live.data?.number ?? 0);
  const [trying, setTrying] = useState(false);
  const runs = useRuns(id, runFilterOf(search, now));
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
          <RunList runs={runs} filtered={Object.keys(search).length > 0} />
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
