import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../lib/format/duration';
import { useNow } from '../../../lib/time/use-now';

/** How long until the AI comes back by itself. */
export function ReturnClock({ deadline }: { deadline: string | null }) {
  const { t } = useTranslation('conversation');
  const now = useNow(1_000);
  if (deadline === null) return null;
  const left = Date.parse(deadline) - now;
  return (
    <p className="text-sm text-text-2">
      {left > 0 ? t('banner.returnsIn', { time: formatDuration(left) }) : t('banner.returnsNow')}
    </p>
  );
}
