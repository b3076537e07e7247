import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { CentredLine } from './centred-line';
import { useEventWords } from './use-event-words';

export function EventLine({ message }: { message: Message }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const words = useEventWords()(message);
  const { turnId } = message;
  return (
    <CentredLine kind="event">
      {words} · <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
      {turnId !== null && (
        <>
          {' '}
          ·{' '}
          <Link
            to="."
            search={(before) => ({ ...before, turn: turnId })}
            className="ring-focus rounded-xs text-primary-text underline-offset-2 hover:underline"
          >
            {t('message.whyEvent')}
          </Link>
        </>
      )}
    </CentredLine>
  );
}
