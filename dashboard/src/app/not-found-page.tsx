import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../components/button';
import { EmptyState } from '../components/empty-state';
import { usePageTitle } from '../lib/use-page-title';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        heading
        icon={<Compass />}
        title={t('notFound.title')}
        description={t('notFound.detail')}
        action={
          <Link to="/conversas" className={buttonClass('primary')}>
            {t('notFound.action')}
          </Link>
        }
      />
    </main>
  );
}
