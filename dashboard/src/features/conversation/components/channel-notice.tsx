import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { useChannels } from '../../../lib/api/channels-query';

/** Before somebody writes in vain: the number of this conversation cannot send now. */
export function ChannelNotice({ channelId }: { channelId: string }) {
  const { t } = useTranslation('conversation');
  const channels = useChannels().data;
  const channel = channels?.find(({ id }) => id === channelId);
  if (channels === undefined || channel?.status === 'open') return null;
  return (
    <Notice tone="warning" className="mx-3 mb-2 text-sm sm:mx-6">
      {channel === undefined ? t('channel.removed') : t('channel.notConnected', { name: channel.name })}
    </Notice>
  );
}
