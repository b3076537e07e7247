import { BellRing, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { formatDuration } from '../../../lib/format/duration';
import { useNow } from '../../../lib/time/use-now';
import { waitingLevel } from '../lib/waiting-level';

const LEVELS = { fresh: 'text-text-2', noticed: 'text-warning', urgent: 'font-medium text-danger' };

/** How long a customer has been waiting for a person: amber, then red; with a bell once the team was alerted. */
export function WaitingBadge({ since, alerted }: { since: string; alerted: boolean }) {
  const { t } = useTranslation('conversation');
  const waited = Math.max(0, useNow(15_000) - Date.parse(since));
  const time = waited < 60_000 ? t('row.lessThanMinute') : formatDuration(waited);
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center gap-1 text-xs',
        LEVELS[alerted ? 'urgent' : waitingLevel(waited)],
      )}
      title={t('row.waitingSince')}
    >
      {alerted ? <BellRing aria-hidden className="size-3" /> : <Clock aria-hidden className="size-3" />}
      {alerted && <span className="sr-only">{t('row.alerted')}</span>}
      <span className="sr-only">{t('row.waitingSince')}</span>
      {time}
    </span>
  );
}
