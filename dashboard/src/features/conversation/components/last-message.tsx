import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useSession } from '../../../lib/session/use-session';
import { firstName } from '../../../lib/format/contact-name';
import { plainTextOf } from '../lib/rich-text';
import { MediaIcon } from '../../../components/media-icon';
import { useKindLabel } from './use-kind-label';

/** One line of what was said last, and by whom if not by the customer. */
export function LastMessage({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation');
  const kindLabel = useKindLabel();
  const { user } = useSession();
  const { lastMessage: last, assignedUser, unread } = conversation;
  if (last === null) return <p className="min-w-0 flex-1 truncate text-muted">{t('row.noMessage')}</p>;
  const isPlain = last.kind === 'text' || last.kind === 'choice';
  const words = plainTextOf(last.text).replaceAll(/\s+/g, ' ');
  return (
    <p className={cx('min-w-0 flex-1 truncate', unread > 0 ? 'text-text' : 'text-text-2')}>
      {last.author === 'ai' && <span className="text-primary-text">{t('author.ai')} </span>}
      {last.author === 'human' && (
        <span className="text-accent-text">
          {assignedUser === null
            ? t('author.team')
            : assignedUser.id === user.id
              ? t('author.you')
              : firstName(assignedUser.name)}{' '}
        </span>
      )}
      {!isPlain && <MediaIcon kind={last.kind} className="mr-1 inline size-3.5 align-[-2px] text-muted" />}
      {isPlain ? words : words === '' ? kindLabel(last.kind) : words}
    </p>
  );
}
