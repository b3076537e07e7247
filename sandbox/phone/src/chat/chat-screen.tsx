import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import type { ChatSummary } from '../../../control/views';
import { call } from '../api/call';
import { chatPath, messagesQuery } from '../api/queries';
import { Avatar } from '../components/avatar';
import { IconButton } from '../components/icon-button';
import { ScreenBar } from '../components/screen-bar';
import { formatNumber } from '../format/number';
import { strings } from '../strings';
import { ChatProvider, type Side } from './chat-context';
import { Composer } from './composer';
import { MessageList } from './message-list';

interface ChatScreenProps {
  summary: ChatSummary;
  side: Side;
  /** The customer's number; who writes when the side is the customer's. */
  address: string;
  onBack: () => void;
}

/** One chat on one phone. */
export function ChatScreen({ summary, side, address, onBack }: ChatScreenProps) {
  const { instance, chat } = summary;
  const { data: messages } = useQuery(messagesQuery(instance, chat));
  const title = side === 'customer' && !summary.isGroup ? summary.instanceLabel : summary.title;
  const isOtherTyping = side === 'customer' ? summary.isBusinessTyping : summary.isCustomerTyping;
  useReading(summary, side);
  return (
    <ChatProvider
      key={`${instance} ${chat} ${address}`}
      chat={{ instance, chat, side, address, group: summary.isGroup ? chat : undefined, title }}
    >
      <ScreenBar>
        <IconButton icon={ArrowLeft} label={strings.back} onClick={onBack} className="-ml-2" />
        <Avatar name={title} isGroup={summary.isGroup} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold">{title}</h2>
          <p className="truncate text-xs text-muted">{subtitleOf(summary, side, isOtherTyping)}</p>
        </div>
      </ScreenBar>
      {side === 'customer' && !summary.isOnline && (
        <p className="border-b border-divider bg-raised px-4 py-2 text-[13px] text-warning">
          {strings.customer.offlineNumber}
        </p>
      )}
      {side === 'business' && (
        <p className="border-b border-divider bg-raised px-4 py-2 text-[13px] text-text-2">
          {strings.business.typedHint}
        </p>
      )}
      <MessageList
        messages={messages ?? []}
        typing={isOtherTyping ? title : undefined}
        emptyText={messages === undefined ? strings.loading : strings.customer.empty}
      />
      <Composer />
    </ChatProvider>
  );
}

function subtitleOf(summary: ChatSummary, side: Side, isOtherTyping: boolean): string {
  if (isOtherTyping) return strings.chat.typing;
  if (summary.isGroup) return strings.chat.group;
  if (side === 'business') return summary.number === '' ? '' : formatNumber(summary.number);
  return summary.isOnline ? strings.chat.online : strings.chat.away;
}

/** What is on the screen has been read: the other side's ticks turn blue. */
function useReading({ instance, chat, number, isGroup, ...summary }: ChatSummary, side: Side): void {
  const unread = side === 'customer' ? summary.unreadByCustomer : summary.unreadByBusiness;
  const address = isGroup ? chat : number;
  useEffect(() => {
    if (unread === 0 || document.visibilityState !== 'visible') return;
    // A receipt that gets lost is sent again with the next message.
    void call('POST', `${chatPath(instance, address)}/read`, { as: side }).catch(() => undefined);
  }, [instance, address, unread, side]);
}
