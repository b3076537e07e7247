import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { ApiError } from '../../../lib/api/api-error';
import { usePageTitle } from '../../../lib/use-page-title';
import { useConversation } from '../api/use-conversation';
import { useMessages } from '../api/use-messages';
import { contactName } from '../../../lib/format/contact-name';
import { allMessages } from '../lib/merge-messages';
import { BackToList } from './back-to-list';
import { CauseSheet } from './cause-sheet';
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
  const movedTo = conversation.data?.mergedIntoId ?? null;
  if (movedTo !== null) {
    // Its customer was found to be somebody we knew: all of it is there now.
    return <Navigate to="/conversas/$id" params={{ id: movedTo }} search={(before) => before} replace />;
  }
  if (conversation.data !== undefined && messages.data !== undefined) {
    return (
      <>
        {/* Each conversation begins afresh: its scroll, its draft, what was unread. */}
        <Chat key={id} conversation={conversation.data} messages={messages} pages={messages.data} />
        <TurnSheet conversationId={id} />
        <CauseSheet messages={allMessages(messages.data)} />
      </>
    );
  }
  const isGone = failed instanceof ApiError && failed.status === 404;
  const retry = () => {
    void conversation.refetch();
    void messages.refetch();
  };
  return (
    <div className="relative flex min-w-0 flex-1 flex-col">
      <div className="absolute top-2 left-2 z-10 sm:hidden">
        <BackToList />
      </div>
      {failed === null ? (
        <ChatSkeleton />
      ) : (
        <ErrorState
          error={failed}
          onRetry={isGone ? undefined : retry}
          retrying={conversation.isFetching || messages.isFetching}
          className="my-auto"
        />
      )}
    </div>
  );
}
