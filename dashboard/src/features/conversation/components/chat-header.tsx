import { Link } from '@tanstack/react-router';
import { PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { iconButtonClass } from '../../../components/icon-button';
import { useChannels } from '../../../lib/api/channels-query';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { formatPhone } from '../../../lib/format/phone';
import { useIsPhone, useMedia } from '../../../lib/use-media';
import { contactName } from '../../../lib/format/contact-name';
import { BackToList } from './back-to-list';
import { ChatActions } from './chat-actions';
import { PriorityMark } from './priority-mark';
import { StateLabel } from './state-label';

const whoClass = 'flex min-w-0 flex-1 items-center gap-3 rounded-control';

/** With whom, on which number, and always: who is in charge. */
export function ChatHeader({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('conversation');
  const { contact, channel } = conversation;
  const severalNumbers = (useChannels().data?.length ?? 0) > 1;
  const phone = contact.phone === null ? undefined : formatPhone(contact.phone);
  const name = contactName(contact) ?? t('contact.unnamed');
  const facts = [phone === name ? undefined : phone, severalNumbers && channel.name]
    .filter(Boolean)
    .join(' · ');
  const Name = useIsPhone() ? 'h1' : 'h2';
  const isWide = useMedia('(min-width: 1280px)');
  const who = (
    <>
      {/* A phone has room for the name or for this. */}
      <span className="max-sm:hidden">
        <Avatar name={contact.name} size="md" />
      </span>
      <span className="min-w-0">
        <Name className="truncate text-md font-semibold">{name}</Name>
        <span className="flex min-w-0 items-center gap-1.5 text-xs">
          <span role="status" className="min-w-0">
            <StateLabel conversation={conversation} />
          </span>
          <PriorityMark priority={conversation.priority} />
          {facts !== '' && (
            <span className="hidden min-w-0 shrink-[1000] truncate text-muted sm:inline">· {facts}</span>
          )}
        </span>
      </span>
    </>
  );
  return (
    <header className="flex min-h-16 shrink-0 items-center gap-3 border-b border-divider py-2 pr-3 pl-2 sm:pr-4 sm:pl-6">
      <div className="-mr-2 sm:hidden">
        <BackToList />
      </div>
      {isWide ? (
        <div className={whoClass}>{who}</div>
      ) : (
        <Link
          to="."
          search={(before) => ({ ...before, details: true })}
          className={cx(whoClass, 'ring-focus')}
        >
          {who}
          <span className="sr-only">{t('header.details')}</span>
        </Link>
      )}
      <ChatActions conversation={conversation} />
      <Link
        to="."
        search={(before) => ({ ...before, details: true })}
        aria-label={t('header.openDetails')}
        className={cx(iconButtonClass, 'hidden sm:grid xl:hidden')}
      >
        <PanelRight aria-hidden />
      </Link>
    </header>
  );
}
