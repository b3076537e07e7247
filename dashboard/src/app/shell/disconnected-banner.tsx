import { Link, useMatchRoute } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChannels } from '../../lib/api/channels-query';
import { useMay } from '../../lib/session/use-session';

/** A number that was connected and no longer is: customers write to nobody. Said on every page but its own. */
export function DisconnectedBanner() {
  const { t } = useTranslation();
  const mayReconnect = useMay('ORG_ADMIN');
  const onItsPage = useMatchRoute()({ to: '/whatsapp' }) !== false;
  const lost = useChannels().data?.find(
    (channel) => channel.connectedAt !== null && (channel.status === 'close' || channel.status === 'refused'),
  );
  if (lost === undefined || onItsPage) return null;
  return (
    <div
      role="status"
      className="flex items-center gap-3 border-b border-danger/35 bg-danger/10 px-4 py-2 text-sm"
    >
      <Unplug aria-hidden className="size-4 shrink-0 text-danger" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{t('disconnected.title', { name: lost.name })}</strong>{' '}
        <span className="text-text-2">{t('disconnected.detail')}</span>
      </p>
      {mayReconnect && (
        <Link
          to="/whatsapp"
          search={{ connect: lost.id }}
          className="ring-focus shrink-0 rounded-control font-medium underline underline-offset-4"
        >
          {t('disconnected.action')}
        </Link>
      )}
    </div>
  );
}
