import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chip } from '../../../components/chip';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorState } from '../../../components/error-state';
import { Notice } from '../../../components/notice';
import { Skeleton } from '../../../components/skeleton';
import type { ChatwootConnection } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useChatwoot, useDisconnectChatwoot } from '../api/use-chatwoot';
import { ChatwootDialog } from './chatwoot-dialog';

/** The Chatwoot in which a team answers. */
export function ChatwootCard() {
  const { t } = useTranslation('integrations');
  const query = useChatwoot();
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const close = () => setOpen(undefined);
  return (
    <Card
      title={t('chatwoot.title')}
      description={t('chatwoot.detail')}
      aside={
        query.data === null && (
          <Button icon={<Link2 aria-hidden />} onClick={() => setOpen('edit')}>
            {t('chatwoot.connect')}
          </Button>
        )
      }
    >
      {query.isPending && <Skeleton className="h-12" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === null && <p className="text-text-2">{t('chatwoot.none')}</p>}
      {query.data != null && (
        <Connected
          connection={query.data}
          onChange={() => setOpen('edit')}
          onRemove={() => setOpen('remove')}
        />
      )}
      {open === 'edit' && <ChatwootDialog connection={query.data ?? undefined} onClose={close} />}
      {open === 'remove' && <DisconnectDialog onClose={close} />}
    </Card>
  );
}

interface ConnectedProps {
  connection: ChatwootConnection;
  onChange: () => void;
  onRemove: () => void;
}

function Connected({ connection, onChange, onRemove }: ConnectedProps) {
  const { t } = useTranslation('integrations');
  const format = useFormat();
  const { baseUrl, accountName, accountId, status, hears, signed, heardAt, conversations } = connection;
  const heard =
    heardAt === null ? t('chatwoot.neverHeard') : t('chatwoot.heard', { time: format.dateTime(heardAt) });
  const facts = [
    baseUrl.replace(/^https?:\/\//, ''),
    t('chatwoot.synced', { count: conversations.synced }),
    ...(conversations.refused === 0 ? [] : [t('chatwoot.trouble', { count: conversations.refused })]),
    hears ? heard : t('chatwoot.asks'),
  ];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium break-words">
            {t('chatwoot.account', { name: accountName, id: accountId })}
          </p>
          <p className="text-sm break-words text-muted">{facts.join(' · ')}</p>
        </div>
        <Chip tone={status === 'active' ? 'success' : 'danger'} dot>
          {t(`chatwoot.${status}`)}
        </Chip>
      </div>
      {status === 'refused' && (
        <Notice tone="danger" title={t('chatwoot.refused')}>
          {t('chatwoot.refusedDetail')}
        </Notice>
      )}
      {hears && !signed && <p className="text-sm text-text-2">{t('chatwoot.unsigned')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onChange}>{t('chatwoot.change')}</Button>
        <Button variant="ghost" onClick={onRemove}>
          {t('chatwoot.disconnect')}
        </Button>
      </div>
    </div>
  );
}

function DisconnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const disconnect = useDisconnectChatwoot();
  return (
    <ConfirmDialog
      title={t('chatwoot.removeTitle')}
      description={t('chatwoot.removal')}
      action={t('chatwoot.disconnect')}
      busy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={() => disconnect.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
