import { useNavigate } from '@tanstack/react-router';
import { Plus, QrCode } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { useChannels } from '../../../lib/api/channels-query';
import { ChannelCard } from './channel-card';
import { ConnectWizard } from './connect-wizard';

/** The company's numbers, and how to connect one. */
export function ChannelPage() {
  const { t } = useTranslation('channel');
  const channels = useChannels();
  const navigate = useNavigate({ from: '/whatsapp' });
  const connect = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => void navigate({ to: '.', search: { connect: 'new' } })}
    >
      {t('connect')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={channels.data !== undefined && channels.data.length > 0 && connect}
    >
      {channels.isPending && (
        <Loading className="grid gap-4 lg:grid-cols-2">
          <Skeleton className="h-44 rounded-card" />
          <Skeleton className="h-44 rounded-card" />
        </Loading>
      )}
      {channels.isError && channels.data === undefined && (
        <ErrorState
          error={channels.error}
          onRetry={() => void channels.refetch()}
          retrying={channels.isFetching}
        />
      )}
      {channels.data?.length === 0 && (
        <EmptyState
          icon={<QrCode />}
          title={t('empty.title')}
          description={t('empty.detail')}
          action={connect}
          className="rounded-card border border-dashed border-divider sm:max-w-none"
        />
      )}
      {channels.data !== undefined && channels.data.length > 0 && (
        <ul aria-label={t('list')} className="grid gap-4 lg:grid-cols-2">
          {channels.data.map((channel) => (
            <li key={channel.id} className="min-w-0">
              <ChannelCard channel={channel} />
            </li>
          ))}
        </ul>
      )}
      <ConnectWizard channels={channels.data} />
    </Page>
  );
}
