import type { ChatSummary } from '../../../control/views';
import { Avatar } from '../components/avatar';
import { whenOf } from '../format/time';
import { strings } from '../strings';
import type { Side } from './chat-context';
import { previewOf } from './preview';
import { Ticks } from './ticks';

interface ChatRowProps {
  summary: ChatSummary;
  side: Side;
  href: string;
}

export function ChatRow({ summary, side, href }: ChatRowProps) {
  const title = side === 'customer' && !summary.isGroup ? summary.instanceLabel : summary.title;
  const unread = side === 'customer' ? summary.unreadByCustomer : summary.unreadByBusiness;
  const isTyping = side === 'customer' ? summary.isBusinessTyping : summary.isCustomerTyping;
  const { last } = summary;
  const isOwnLast = last !== null && (last.by === 'customer') === (side === 'customer');
  return (
    <li>
      <a
        href={href}
        className="flex items-center gap-3 border-b border-divider px-4 py-3 -outline-offset-2 transition-colors hover:bg-raised"
      >
        <Avatar name={title} isGroup={summary.isGroup} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-semibold">{title}</span>
            {last !== null && <time className="text-xs text-muted">{whenOf(last.at)}</time>}
          </span>
          <span className="flex items-center gap-1 text-[13px] text-text-2">
            {isTyping ? (
              <span className="flex-1 text-success">{strings.chat.typing}</span>
            ) : (
              <>
                {isOwnLast && <Ticks status={last.status} />}
                <span className="min-w-0 flex-1 truncate">
                  {last === null ? strings.customer.startHere : previewOf(last)}
                </span>
              </>
            )}
            {unread > 0 && (
              <span className="grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1.5 text-xs font-medium text-white">
                <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
                <span className="sr-only">{strings.chat.unread(unread)}</span>
              </span>
            )}
          </span>
        </span>
      </a>
    </li>
  );
}
