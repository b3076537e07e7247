import type { MessageView } from '../../../control/views';
import { classNames } from '../components/class-names';
import { timeOf } from '../format/time';
import { strings } from '../strings';
import { isOwn, useChat } from './chat-context';
import { MessageBody } from './message-body';
import { MessageMenu } from './message-menu';
import { Ticks } from './ticks';

export function Bubble({ message }: { message: MessageView }) {
  const chat = useChat();
  const own = isOwn(message, chat);
  const author = authorOf(message, own, chat.side, chat.group !== undefined);
  const colour = !own ? 'bg-bubble-other' : message.by === 'owner' ? 'bg-bubble-human' : 'bg-bubble-own';
  const hasReactions = message.reactions.length > 0;
  return (
    <li
      className={classNames(
        'group flex items-start gap-1',
        own && 'flex-row-reverse',
        hasReactions && 'pb-3',
      )}
    >
      <div
        className={classNames(
          'relative max-w-[82%] rounded-xl px-3 pt-2 pb-1.5 [.light_&]:border [.light_&]:border-divider',
          colour,
          own ? 'rounded-tr-sm' : 'rounded-tl-sm',
        )}
      >
        {author !== undefined && (
          <p
            className={classNames(
              'text-xs font-medium',
              message.by === 'owner' ? 'text-accent-text' : 'text-primary-text',
            )}
          >
            {author}
          </p>
        )}
        <Quote message={message} />
        <MessageBody message={message} />
        <p className="mt-0.5 flex items-center justify-end gap-1 text-[11px] leading-4 text-muted">
          {message.isWaiting && <span>{strings.chat.waiting}</span>}
          {message.isEdited && <span>{strings.chat.edited}</span>}
          <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
          {own && <Ticks status={message.status} />}
        </p>
        {hasReactions && <Reactions message={message} isOwn={own} />}
      </div>
      {!message.isDeleted && <MessageMenu message={message} />}
    </li>
  );
}

/** Who wrote it, where the side alone does not say. */
function authorOf(
  message: MessageView,
  own: boolean,
  side: 'customer' | 'business',
  isInGroup: boolean,
): string | undefined {
  if (!own) return isInGroup && message.author !== '' ? message.author : undefined;
  if (side === 'customer') return undefined;
  return message.by === 'api' ? strings.chat.viaApi : strings.chat.byHand;
}

function Quote({ message: { quoted } }: { message: MessageView }) {
  if (quoted === null) return null;
  return (
    <p className="mb-1 line-clamp-2 rounded-control border-l-[3px] border-primary-text bg-canvas/40 px-2 py-1 text-[13px] text-text-2">
      {quoted.text === '' ? strings.chat.kinds.other : quoted.text}
    </p>
  );
}

function Reactions({ message, isOwn: own }: { message: MessageView; isOwn: boolean }) {
  return (
    <p
      className={classNames(
        'absolute -bottom-3.5 rounded-full border border-divider bg-raised px-1.5 text-[13px] leading-5',
        own ? 'right-2' : 'left-2',
      )}
    >
      {message.reactions.map(({ emoji }) => emoji).join('')}
    </p>
  );
}
