import type { MessageView } from '../../../control/views';
import { dayOf } from '../format/time';
import { strings } from '../strings';
import { Bubble } from './bubble';
import { TypingBubble } from './typing-bubble';
import { useStickToEnd } from './use-stick-to-end';

interface MessageListProps {
  messages: MessageView[];
  /** Who is typing on the other side, if anybody. */
  typing: string | undefined;
  emptyText: string;
}

export function MessageList({ messages, typing, emptyText }: MessageListProps) {
  const { scroller, content, onScroll } = useStickToEnd();
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={strings.chat.messages}
      onScroll={onScroll}
      className="chat-ground scroll-quiet flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto px-3 py-3 -outline-offset-2"
    >
      {messages.length === 0 && (
        <p className="m-auto max-w-60 rounded-card bg-raised px-4 py-2 text-center text-[13px] text-text-2">
          {emptyText}
        </p>
      )}
      <ol ref={content} aria-live="polite" className="mt-auto flex flex-col gap-1.5">
        {messages.map((message, index) => (
          <Dated key={`${message.id} ${index}`} message={message} before={messages[index - 1]} />
        ))}
        {typing !== undefined && <TypingBubble name={typing} />}
      </ol>
    </div>
  );
}

function Dated({ message, before }: { message: MessageView; before: MessageView | undefined }) {
  const day = dayOf(message.at);
  const isNewDay = before === undefined || dayOf(before.at) !== day;
  return (
    <>
      {isNewDay && (
        <li className="my-2 self-center rounded-full bg-raised px-3 py-0.5 text-xs text-text-2">{day}</li>
      )}
      <Bubble message={message} />
    </>
  );
}
