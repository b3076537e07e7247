import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { usePageTitle } from '../../../lib/use-page-title';
import { useConversation } from '../api/use-conversation';
import { useMessages } from '../api/use-messages';
import { contactName } from '../lib/contact-name';
import { Chat } from './chat';
import { ChatSkeleton } from './chat-skeleton';
import { TurnSheet } from './turn-sheet';

/** One conversation, in the address by its id. */
export function ChatPage() {
  const { id } = useParams({ from: '/shell/conversas/$id' });
  const { t } = useTranslation('conversation');
  const conversation = useConversation(id);
  const messages = useMessages(id);
  const name = conversation.data && (contactName(conversation.data.contact) ?? t('contact.unnamed'));
  usePageTitle(name ?? t('title'));
  const failed = conversation.error ?? messages.error;
  if (conversation.data !== undefined && messages.data !== undefined) {
    return (
      <>
        {/* Each conversation begins afresh: its scroll, its draft, what was unread. */}
        <Chat key={id} conversation={conversation.data} messages={messages} pages={messages.data} />
        <TurnSheet conversationId={id} />
      </>
    );
  }
  if (failed !== null) {
    return (
      <ErrorState
        error={failed}
        onRetry={() => {
          void conversation.refetch();
          void messages.refetch();
        }}
        retrying={conversation.isFetching || messages.isFetching}
        className="my-auto"
      />
    );
  }
  return <ChatSkeleton />;
}
