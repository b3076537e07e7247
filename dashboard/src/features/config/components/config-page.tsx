import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { useConfig } from '../api/use-config';
import { ConfigForm } from './config-form';

export function ConfigPage() {
  const { t } = useTranslation('config');
  const config = useConfig();
  if (config.data !== undefined) return <ConfigForm config={config.data} />;
  return (
    <Page title={t('title')} description={t('description')} width="md">
      {config.isError ? (
        <ErrorState error={config.error} onRetry={() => void config.refetch()} retrying={config.isFetching} />
      ) : (
        <Loading className="flex flex-col gap-5">
          <Skeleton className="h-48 rounded-card" />
          <Skeleton className="h-96 rounded-card" />
          <Skeleton className="h-40 rounded-card" />
        </Loading>
      )}
    </Page>
  );
}
