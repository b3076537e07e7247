import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { useWaited } from '../lib/use-waited';

interface LoadWordsProps {
  load: {
    waiting: number;
    responding: number;
    unanswered: number;
    waitingSince: string | null;
    /** Of people only. */
    replies?: number;
  };
}

/** What somebody has on their hands, in one line. */
export function LoadWords({ load }: LoadWordsProps) {
  const { t } = useTranslation('team');
  const waited = useWaited(load.waitingSince);
  const { waiting, responding, unanswered, replies = 0 } = load;
  const isFree = waiting + responding === 0;
  const parts = [
    isFree && { words: t('load.free'), tone: 'text-muted' },
    waiting > 0 && {
      words: t('load.waiting', { count: waiting, time: waited ?? '' }),
      tone: 'font-medium text-warning',
    },
    responding > 0 && { words: t('load.responding', { count: responding }), tone: 'text-text-2' },
    unanswered > waiting && {
      words: t('load.unanswered', { count: unanswered - waiting }),
      tone: 'text-warning',
    },
    replies > 0 && { words: t('load.replies', { count: replies }), tone: 'text-muted' },
  ].filter((part) => part !== false);
  return (
    <span className="flex flex-wrap gap-x-2 text-sm">
      {parts.map(({ words, tone }, index) => (
        <span
          key={words}
          className={cx(tone, index > 0 && 'before:mr-2 before:text-muted before:content-["·"]')}
        >
          {words}
        </span>
      ))}
    </span>
  );
}
