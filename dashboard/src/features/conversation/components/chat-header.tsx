import { Link } from '@tanstack/react-router';
import { ArrowLeft, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { iconButtonClass } from '../../../components/icon-button';
import { useChannels } from '../../../lib/api/channels-query';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { formatPhone } from '../../../lib/format/phone';
import { contactName } from '../lib/contact-name';
import { ChatActions } from './chat-actions';
import { StateLabel } from './state-label';

/** With whom, on which number, and always: who is in charge. */
export function ChatHeader({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(['conversation', 'common']);
  const { contact, channel } = conversation;
  const severalNumbers = (useChannels().data?.length ?? 0) > 1;
  const phone = contact.phone === null ? undefined : formatPhone(contact.phone);
  const name = contactName(contact) ?? t('contact.unnamed');
  const facts = [phone === name ? undefined : phone, severalNumbers && channel.name]
    .filter(Boolean)
    .join(' · ');
  return (
    <header className="flex min-h-16 shrink-0 items-center gap-3 border-b border-divider py-2 pr-3 pl-2 sm:pr-4 sm:pl-6">
      <Link
        to="/conversas"
        search={({ tab, q }) => ({ tab, q })}
        aria-label={t('common:action.back')}
        className={cx(iconButtonClass, '-mr-2 sm:hidden')}
      >
        <ArrowLeft aria-hidden />
      </Link>
      <Link
        to="."
        search={(before) => ({ ...before, details: true })}
        aria-label={t('header.details', { name })}
        className="ring-focus flex min-w-0 flex-1 items-center gap-3 rounded-control xl:pointer-events-none"
      >
        <Avatar name={contact.name} size="md" />
        <span className="min-w-0">
          <span className="block truncate text-md font-semibold">{name}</span>
          <span className="flex min-w-0 items-center gap-1.5 text-xs">
            <StateLabel conversation={conversation} />
            {facts !== '' && <span className="hidden min-w-0 truncate text-muted sm:inline">· {facts}</span>}
          </span>
        </span>
      </Link>
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
