import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';

/** The emoji that either side put on a message. */
export function Reactions({ payload, own }: { payload: Message['payload']; own: boolean }) {
  const { t } = useTranslation('conversation');
  const emojis = [payload?.['customerReaction'], payload?.['ownReaction']].filter(
    (emoji): emoji is string => typeof emoji === 'string' && emoji !== '',
  );
  if (emojis.length === 0) return null;
  return (
    <span
      className={cx(
        'relative z-1 -mt-2 flex w-fit gap-0.5 rounded-full border border-divider bg-surface px-1.5 py-px text-base leading-5',
        own ? 'mr-2 ml-auto' : 'ml-2',
      )}
    >
      <span className="sr-only">{t('message.reaction')}</span>
      {emojis.join(' ')}
    </span>
  );
}
