import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, SearchX, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { useMay } from '../../../lib/session/use-session';
import { useFlows } from '../api/use-flows';
import { findFlows } from '../lib/find-flows';
import type { CreateWay } from '../lib/flows-search';
import { AutomationTabs } from './automation-tabs';
import { FlowFilters } from './flow-filters';
import { FlowRows } from './flow-rows';
import { NewFlowDialog } from './new-flow-dialog';

/** Every automation of the account, and the ways to make one more. */
export function FlowsPage() {
  const { t } = useTranslation('flows');
  const { q = '', status, create } = useSearch({ from: '/shell/automations' });
  const navigate = useNavigate({ from: '/automations' });
  const flows = useFlows();
  const mayEdit = useMay('ORG_MANAGER');
  const openCreate = (way: CreateWay | undefined) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, create: way }),
      replace: create !== undefined,
    });
  const found = findFlows(flows.data ?? [], q, status);
  const empty = flows.data?.length === 0;
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        mayEdit && (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => openCreate('template')}>
            {t('new.open')}
          </Button>
        )
      }
    >
      <AutomationTabs />
      {!empty && <FlowFilters flows={flows.data ?? []} />}
      {flows.data === undefined && flows.isError && (
        <ErrorState error={flows.error} onRetry={() => void flows.refetch()} retrying={flows.isFetching} />
      )}
      {flows.data === undefined && !flows.isError && (
        <Loading className="flex flex-col gap-2">
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-[72px] rounded-card" />
          ))}
        </Loading>
      )}
      {empty && (
        <EmptyState
          icon={<Workflow />}
          title={t('empty.title')}
          description={t(mayEdit ? 'empty.detail' : 'empty.reader')}
          action={
            mayEdit && (
              <Button variant="primary" onClick={() => openCreate('template')}>
                {t('empty.action')}
              </Button>
            )
          }
        />
      )}
      {!empty && flows.data !== undefined && found.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={t('nothing.title')}
          action={
            <Button onClick={() => void navigate({ to: '.', search: {} })}>{t('nothing.action')}</Button>
          }
        />
      )}
      {found.length > 0 && <FlowRows flows={found} />}
      {mayEdit && create !== undefined && (
        <NewFlowDialog way={create} onWay={openCreate} onClose={() => openCreate(undefined)} />
      )}
    </Page>
  );
}
