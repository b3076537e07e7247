import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { Chip } from '../../../components/chip';
import { CountBadge } from '../../../components/count-badge';
import { useChannels } from '../../../lib/api/channels-query';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { formatDurationShort } from '../../../lib/format/duration';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import { contactName } from '../../../lib/format/contact-name';
import { LastMessage } from './last-message';
import { PriorityMark } from './priority-mark';
import { StateChip } from './state-chip';
import { WaitingBadge } from './waiting-badge';

interface ConversationRowProps {
  conversation: Conversation;
  active: boolean;
}

export function ConversationRow({ conversation, active }: ConversationRowProps) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const now = useNow(30_000);
  const severalNumbers = (useChannels().data?.length ?? 0) > 1;
  const { contact, lastMessage, unread, state, humanDeadline, resolvedAt } = conversation;
  const name = contactName(contact) ?? t('contact.unnamed');
  const waiting = state === 'AGUARDANDO_HUMANO' && resolvedAt === null;
  return (
    <Link
      to="/conversas/$id"
      params={{ id: conversation.id }}
      search={(before) => ({ ...before, turn: undefined, details: undefined })}
      aria-current={active ? 'page' : undefined}
      className={cx(
        'ring-focus-inset grid grid-cols-[40px_minmax(0,1fr)] gap-x-3 border-b border-hairline px-4 py-3 transition-colors duration-120',
        active ? 'bg-raised shadow-[inset_3px_0_var(--primary)]' : 'hover:bg-surface',
      )}
    >
      <Avatar name={contact.name} />
      <div className="min-w-0">
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
          {waiting ? (
            <WaitingBadge since={conversation.stateSince} alerted={conversation.alertLevel > 0} />
          ) : (
            lastMessage !== null && (
              <time dateTime={lastMessage.createdAt} className="shrink-0 text-xs text-muted">
                {format.recent(lastMessage.createdAt, now)}
              </time>
            )
          )}
        </div>
        <div className="mt-0.5 flex items-center gap-2">
          <LastMessage conversation={conversation} />
          <CountBadge count={unread} tone="primary" label={t('row.unread', { count: unread })} />
        </div>
        <div className="mt-1.5 flex min-w-0 items-center gap-1.5">
          <StateChip conversation={conversation} />
          {conversation.kind === 'group' && <Chip>{t('row.group')}</Chip>}
          <PriorityMark priority={conversation.priority} />
          {conversation.internal && <Chip>{t('pane.internal')}</Chip>}
          {severalNumbers && <Chip className="min-w-0 shrink!">{conversation.channel.name}</Chip>}
          {resolvedAt === null && humanDeadline !== null && (
            <span className="shrink-0 text-xs text-muted">
              {t('row.returnsIn', { time: formatDurationShort(Date.parse(humanDeadline) - now) })}
            </span>
          )}
        </div>
      </div>
    </Link>
  );
}
