import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../components/tooltip';
import { useChannels } from '../../lib/api/channels-query';
import { cx } from '../../lib/cx';
import { liveStatusStore } from '../../lib/live/live-status';
import { useStore } from '../../lib/use-store';

const TONES = {
  live: 'text-success',
  reconnecting: 'text-warning',
  offline: 'text-danger',
};

/** Whether the page sees what happens as it happens, and how many numbers are connected. */
export function ConnectionChip({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const status = useStore(liveStatusStore);
  const channels = useChannels().data;
  const connected = channels?.filter((channel) => channel.status === 'open').length;
  const words = [
    t(`live.${status}`),
    connected === undefined ? undefined : t('live.numbers', { count: connected }),
  ];
  const text = words.filter(Boolean).join(' · ');
  return (
    <Tooltip
      label={text}
      side="right"
      disabled={!narrow}
      trigger={
        <span
          role="status"
          aria-label={text}
          className={cx(
            'inline-flex items-center gap-2 rounded-full text-xs',
            narrow ? 'size-8 justify-center' : 'h-6 self-start bg-raised px-2.5',
            TONES[status],
          )}
        >
          <span aria-hidden className="relative size-2 shrink-0 rounded-full bg-current">
            {status === 'reconnecting' && (
              <span className="absolute inset-0 animate-ping rounded-full bg-current motion-reduce:hidden" />
            )}
          </span>
          {!narrow && <span className="truncate">{text}</span>}
        </span>
      }
    />
  );
}
