import { ExternalLink, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Skeleton } from '../../../components/skeleton';
import { useAbout } from '../../../lib/api/about-query';

/** Whom to ask: what this installation says, and where it says nothing, that it does. */
export function ContactCard() {
  const { t } = useTranslation('support');
  const about = useAbout();
  const support = about.data?.support;
  return (
    <Card title={t('contact.title')} description={t('contact.detail')}>
      {about.isPending && (
        <Loading>
          <Skeleton className="h-8 w-56" />
        </Loading>
      )}
      {about.isError && support === undefined && (
        <ErrorState
          error={about.error}
          onRetry={() => void about.refetch()}
          retrying={about.isFetching}
          className="py-2"
        />
      )}
      {support !== undefined && support.email === null && support.url === null && (
        <p className="rounded-card bg-raised px-4 py-3">{t('contact.none')}</p>
      )}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {support?.url != null && (
          <a href={support.url} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
            <ExternalLink aria-hidden />
            {t('contact.url')}
          </a>
        )}
        {support?.email != null && (
          <a
            href={`mailto:${support.email}?subject=${encodeURIComponent(t('contact.subject'))}`}
            className={`${buttonClass(support.url === null ? 'primary' : 'outline')} max-w-full`}
          >
            <Mail aria-hidden />
            <span className="truncate">{t('contact.email', { email: support.email })}</span>
          </a>
        )}
      </div>
    </Card>
  );
}
