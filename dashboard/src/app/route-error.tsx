import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Lock, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { EmptyState } from '../components/empty-state';
import { ErrorState } from '../components/error-state';
import { PageFileError } from './page-file';
import { NotAllowedError } from './require-role';

/** In the place of a page that failed; what stands around it goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (error instanceof NotAllowedError) {
    return (
      <EmptyState
        heading
        icon={<Lock />}
        title={t('error.forbidden.title')}
        description={t('error.forbidden.detail')}
        className="min-h-full justify-center"
      />
    );
  }
  if (error instanceof PageFileError) {
    return (
      <EmptyState
        heading
        icon={<RefreshCw />}
        title={t('error.updated.title')}
        description={t('error.updated.detail')}
        action={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        }
        className="min-h-full justify-center"
      />
    );
  }
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return <ErrorState error={error} onRetry={retry} className="min-h-full justify-center" />;
}
