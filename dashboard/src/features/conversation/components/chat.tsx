import { useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Conversation } from '../../../lib/api/types';
import { cx } from '../../../lib/cx';
import { useShortcuts } from '../../../lib/shortcuts/use-shortcuts';
import { useMarkRead } from '../api/use-mark-read';
import type { useMessages } from '../api/use-messages';
import { useSendMessage } from '../api/use-send-message';
import { allMessages, type MessagePages } from '../lib/merge-messages';
import { ChannelNotice } from './channel-notice';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import { ContactPane } from './contact-pane';
import { HandoffBanner } from './handoff-banner';
import { PauseBanner } from './pause-banner';
import { Timeline } from './timeline';

interface ChatProps {
  conversation: Conversation;
  messages: ReturnType<typeof useMessages>;
  pages: MessagePages;
}

export function Chat({ conversation, messages, pages }: ChatProps) {
  const { details = false } = useSearch({ from: '/shell/conversas' });
  const composer = useRef<HTMLTextAreaElement>(null);
  const { send, retry } = useSendMessage(conversation.id);
  const timeline = allMessages(pages);
  useShortcuts({ r: () => composer.current?.focus() });
  return (
    <>
      <section className={cx('min-h-0 min-w-0 flex-1 flex-col', details ? 'hidden sm:flex' : 'flex')}>
        <ChatHeader conversation={conversation} />
        <HandoffBanner conversation={conversation} />
        <PauseBanner conversation={conversation} />
        <Timeline
          conversation={conversation}
          messages={timeline}
          hasOlder={messages.hasNextPage}
          loadingOlder={messages.isFetchingNextPage}
          olderFailed={messages.isFetchNextPageError}
          onOlder={() => void messages.fetchNextPage()}
          onRetry={(pending) => void retry(pending)}
        />
        <ChannelNotice channelId={conversation.channel.id} />
        <Composer ref={composer} conversation={conversation} onSend={send} />
        <ReadMark conversation={conversation} />
      </section>
      <ContactPane
        conversation={conversation}
        messages={timeline}
        whole={!messages.hasNextPage}
        open={details}
      />
    </>
  );
}

/** After the timeline in the tree: that one first sees what was unread. */
function ReadMark({ conversation }: { conversation: Conversation }) {
  useMarkRead(conversation);
  return null;
}
