import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useMay } from '../../../lib/session/use-session';
import { useFlow } from '../api/use-flows';
import { useVersions } from '../api/use-versions';
import { FlowPage } from './flow-page';
import { PublishDialog } from './publish-dialog';
import { VersionCard } from './version-card';
import { VersionCompare } from './version-compare';

/** What was published, by whom and when; what differs; and the way back. */
export function VersionsPage() {
  const { t } = useTranslation('flows');
  const { id } = useParams({ from: '/shell/automations/$id/versions' });
  const { from, to } = useSearch({ from: '/shell/automations/$id/versions' });
  const navigate = useNavigate();
  const versions = useVersions(id);
  const flow = useFlow(id);
  const mayEdit = useMay('ORG_MANAGER');
  const [publishing, setPublishing] = useState(false);
  return (
    <FlowPage
      id={id}
      title={t('versions.title')}
      actions={
        mayEdit && (
          <Button variant="primary" onClick={() => setPublishing(true)}>
            {t('publish.action')}
          </Button>
        )
      }
    >
      {versions.data === undefined && versions.isError && (
        <ErrorState
          error={versions.error}
          onRetry={() => void versions.refetch()}
          retrying={versions.isFetching}
        />
      )}
      {versions.data === undefined && !versions.isError && (
        <Loading className="flex flex-col gap-3">
          <Skeleton className="h-24 rounded-card" />
          <Skeleton className="h-24 rounded-card" />
        </Loading>
      )}
      {versions.data?.length === 0 && (
        <EmptyState
          icon={<History />}
          title={t('versions.empty.title')}
          description={t('versions.empty.detail')}
        />
      )}
      {versions.data !== undefined && versions.data.length > 0 && (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <ol aria-label={t('versions.title')} className="flex flex-col gap-3">
            {versions.data.map((version) => (
              <VersionCard
                key={version.number}
                flowId={id}
                flowName={flow.data?.name ?? ''}
                version={version}
                onCompare={() =>
                  void navigate({
                    to: '.',
                    // With the one before it; the first one with the draft.
                    search:
                      version.number > 1
                        ? { from: version.number - 1, to: version.number }
                        : { from: version.number, to: 0 },
                  })
                }
              />
            ))}
          </ol>
          <VersionCompare
            flowId={id}
            versions={versions.data}
            from={from ?? versions.data[0]?.number ?? 0}
            to={to ?? 0}
          />
        </div>
      )}
      <PublishDialog
        flowId={id}
        open={publishing}
        onClose={() => setPublishing(false)}
        onPublished={() => setPublishing(false)}
      />
    </FlowPage>
  );
}
