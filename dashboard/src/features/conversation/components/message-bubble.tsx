import { useTranslation } from 'react-i18next';
import type { Conversation, Message } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { formatPhone } from '../../../lib/format/phone';
import { useFormat } from '../../../lib/format/use-format';
import { contactName, firstName } from '../../../lib/format/contact-name';
import { personOf } from '../lib/person-of';
import { MessageContent } from './message-content';
import { MessageFooter } from './message-footer';
import { Reactions } from './reactions';

interface MessageBubbleProps {
  message: Message;
  heads: boolean;
  closesTurn: boolean;
  contact: Conversation['contact'];
}

const FILLS = {
  customer: 'bg-bubble-contact rounded-bl-xs',
  ai: 'bg-bubble-ai rounded-br-xs',
  human: 'bg-bubble-human rounded-br-xs',
  system: 'bg-raised',
};

/** One message: who and when above, what in the bubble, how it fared below. */
export function MessageBubble({ message, heads, closesTurn, contact }: MessageBubbleProps) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const own = message.author !== 'customer';
  const author = authorName();
  const time = format.time(message.createdAt);
  return (
    <article
      aria-label={t('message.label', { author, time })}
      className={cx(
        'flex max-w-[min(88%,560px)] flex-col',
        own ? 'items-end self-end' : 'items-start self-start',
        heads ? 'mt-3' : 'mt-1',
      )}
    >
      {heads && (
        <p className="mb-1 px-0.5 text-xs text-muted">
          <span
            className={cx(
              message.author === 'ai' && 'text-primary-text',
              message.author === 'human' && 'text-accent-text',
            )}
          >
            {author}
          </span>{' '}
          · <time dateTime={message.createdAt}>{time}</time>
        </p>
      )}
      <div className="relative max-w-full">
        <div
          data-bubble
          title={format.dateTime(message.createdAt)}
          className={cx('rounded-[12px] px-3.5 py-2.5', FILLS[message.author])}
        >
          <MessageContent message={message} />
        </div>
        <Reactions payload={message.payload} own={own} />
      </div>
      <MessageFooter message={message} closesTurn={closesTurn} />
    </article>
  );

  function authorName(): string {
    switch (message.author) {
      case 'customer':
        return senderOf(message) ?? firstName(contactName(contact) ?? t('contact.unnamed'));
      case 'ai':
        return t('author.ai');
      case 'human':
        return personOf(message) ?? t('author.phone');
      case 'system':
        return t('author.system');
    }
  }
}

/** Who of a group wrote it. */
function senderOf({ payload }: Message): string | undefined {
  const sender = payload?.['sender'];
  if (typeof sender !== 'object' || sender === null) return undefined;
  const { name, phone } = sender as { name?: unknown; phone?: unknown };
  if (typeof name === 'string' && name !== '') return name;
  return typeof phone === 'string' ? formatPhone(phone) : undefined;
}
