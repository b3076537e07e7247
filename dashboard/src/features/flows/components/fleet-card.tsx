import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { MeterBar } from '../../../components/meter-bar';
import { useFormat } from '../../../lib/format/use-format';
import type { FleetNode } from '../api/shapes';
import { useFlow } from '../api/use-flows';
import { useFleet } from '../api/use-runs';
import { useVersion } from '../api/use-versions';
import { KindIcon } from './kind-icon';

/** How many runs stand at each node, now. */
export function FleetCard({ id }: { id: string }) {
  const { t } = useTranslation('flows');
  const fleet = useFleet(id);
  const most = Math.max(1, ...(fleet.data ?? []).map(({ runs }) => runs));
  return (
    <Card title={t('fleet.title')} description={t('fleet.detail')}>
      {fleet.data === undefined && fleet.isError && (
        <ErrorState error={fleet.error} onRetry={() => void fleet.refetch()} retrying={fleet.isFetching} />
      )}
      {fleet.data === undefined && !fleet.isError && (
        <Loading>
          <Skeleton className="h-16" />
        </Loading>
      )}
      {fleet.data?.length === 0 && <p className="text-text-2">{t('fleet.empty')}</p>}
      <ul aria-label={t('fleet.title')} className="flex flex-col gap-3">
        {(fleet.data ?? []).map((node) => (
          <FleetLine key={`${node.version}:${node.nodeId ?? ''}`} flowId={id} node={node} most={most} />
        ))}
      </ul>
    </Card>
  );
}

function FleetLine({ flowId, node, most }: { flowId: string; node: FleetNode; most: number }) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const published = useFlow(flowId).data?.published;
  const found = useVersion(flowId, node.version).data?.document.nodes.find(({ id }) => id === node.nodeId);
  return (
    <li>
      <p className="flex items-center gap-2">
        <KindIcon kind={found?.kind ?? ''} className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 flex-1 truncate">
          {node.nodeId === null ? (
            t('fleet.moving')
          ) : (
            <Link
              to="/automations/$id/runs"
              params={{ id: flowId }}
              search={{ node: node.nodeId, version: node.version }}
              className="underline-offset-2 hover:underline"
            >
              {found?.title || node.nodeId}
            </Link>
          )}
        </span>
        {node.version !== published && (
          <span className="text-sm text-muted">{t('versions.number', { number: node.version })}</span>
        )}
        <span className="font-medium tabular-nums">{format.number(node.runs)}</span>
      </p>
      <MeterBar value={node.runs / most} tone="warning" className="mt-1.5" />
    </li>
  );
}
