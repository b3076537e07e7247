import { Link } from '@tanstack/react-router';
import { Activity, ArrowLeft, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/avatar';
import { Chip } from '../../../components/chip';
import { CopyButton } from '../../../components/copy-button';
import { iconButtonClass } from '../../../components/icon-button';
import type { Conversation, Message } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { formatPhone } from '../../../lib/format/phone';
import { useFormat } from '../../../lib/format/use-format';
import { useIsPhone } from '../../../lib/use-media';
import { contactName } from '../../../lib/format/contact-name';
import { reasonKey } from '../lib/describe-event';
import { ContactFields } from './contact-fields';
import { ContactIdentities } from './contact-identities';
import { ContactTags } from './contact-tags';
import { HandoffSummary } from './handoff-summary';
import { PriorityMark } from './priority-mark';
import { ReturnClock } from './return-clock';
import { StateChip } from './state-chip';
import { StateHistory } from './state-history';

interface ContactPaneProps {
  conversation: Conversation;
  messages: Message[];
  /** Whether these are all messages there are. */
  whole: boolean;
  /** Where it does not stand beside the chat anyway. */
  open: boolean;
}

/** Who the customer is and what became of the conversation. */
export function ContactPane({ conversation, messages, whole, open }: ContactPaneProps) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const { contact, channel, handoffReason } = conversation;
  const name = contactName(contact) ?? t('contact.unnamed');
  return (
    <aside
      aria-label={t('pane.label')}
      className={cx(
        'w-full shrink-0 flex-col gap-6 overflow-y-auto border-divider bg-surface px-5 pt-3 pb-6 sm:w-[272px] sm:border-l sm:pt-5 xl:static xl:flex xl:shadow-none',
        // Between phone and desktop it lies over the chat.
        'sm:absolute sm:inset-y-0 sm:right-0 sm:z-20 sm:shadow-pop',
        open ? 'flex' : 'hidden',
      )}
    >
      <PaneHead />
      <div className="flex items-center gap-3">
        <Avatar name={contact.name} />
        <div className="min-w-0">
          <h2 className="truncate font-semibold">{name}</h2>
          {contact.phone !== null && (
            <p className="flex items-center gap-0.5 text-sm text-muted">
              {formatPhone(contact.phone)}
              <CopyButton text={formatPhone(contact.phone)} label={t('pane.copyPhone')} />
            </p>
          )}
        </div>
      </div>
      <section>
        <h3 className="mb-2 text-xs font-medium text-muted">{t('pane.now')}</h3>
        <div className="flex flex-col items-start gap-2">
          <StateChip conversation={conversation} />
          <PriorityMark priority={conversation.priority} />
          {conversation.internal && <Chip>{t('pane.internal')}</Chip>}
          <p className="text-sm text-text-2">
            {t('pane.since', { time: format.dateTime(conversation.resolvedAt ?? conversation.stateSince) })}
          </p>
          {conversation.state === 'AGUARDANDO_HUMANO' && (
            <p className="text-sm text-text-2">{t(reasonKey(handoffReason))}</p>
          )}
          {conversation.stateReason !== null && (
            <p className="text-sm break-words text-text-2">
              <span className="text-muted">{t('pause.reason')}</span> {conversation.stateReason}
            </p>
          )}
          <ReturnClock deadline={conversation.humanDeadline} />
        </div>
      </section>
      <SummarySection summary={conversation.handoffSummary} />
      <section>
        <h3 className="mb-2 text-xs font-medium text-muted">{t('pane.channel')}</h3>
        <p>{channel.name}</p>
      </section>
      {conversation.kind === 'person' && (
        <>
          <ContactTags contactId={contact.id} />
          <ContactFields contactId={contact.id} />
          <ContactIdentities contact={contact} />
          <Link
            to="/automations/runs"
            search={{ contact: contact.id }}
            className="ring-focus flex items-center gap-2 self-start rounded-xs text-primary-text pointer-coarse:min-h-11"
          >
            <Activity aria-hidden className="size-4" />
            {t('pane.runs')}
          </Link>
        </>
      )}
      <StateHistory messages={messages} whole={whole} />
    </aside>
  );
}

/** What it is, and the way back where it lies over the chat. */
function PaneHead() {
  const { t } = useTranslation(['conversation', 'common']);
  const Title = useIsPhone() ? 'h1' : 'h2';
  return (
    <div className="-mx-2 flex items-center justify-between sm:mx-0 xl:hidden">
      <Link
        to="."
        search={(before) => ({ ...before, details: undefined })}
        aria-label={t('common:action.back')}
        className={cx(iconButtonClass, 'sm:hidden')}
      >
        <ArrowLeft aria-hidden />
      </Link>
      <Title className="flex-1 font-semibold max-sm:pl-1">{t('pane.title')}</Title>
      <Link
        to="."
        search={(before) => ({ ...before, details: undefined })}
        aria-label={t('common:action.close')}
        className={cx(iconButtonClass, 'max-sm:hidden')}
      >
        <X aria-hidden />
      </Link>
    </div>
  );
}

/** What the team has to know, where the AI wrote it down. */
function SummarySection({ summary }: { summary: Conversation['handoffSummary'] }) {
  const { t } = useTranslation('conversation');
  if (summary === null) return null;
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-muted">{t('pane.summary')}</h3>
      <HandoffSummary summary={summary} />
    </section>
  );
}
