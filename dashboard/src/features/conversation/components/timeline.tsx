import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Spinner } from '../../../components/spinner';
import type { Conversation, Message } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useSession } from '../../../lib/session/use-session';
import { useStore } from '../../../lib/use-store';
import { buildTimeline, firstUnread } from '../lib/build-timeline';
import { type PendingSend, pendingSendsStore, withoutStored } from '../lib/pending-sends';
import { useTimelineScroll } from '../lib/use-timeline-scroll';
import { NewMessagesPill } from './new-messages-pill';
import { PendingBubble } from './pending-bubble';
import { TimelineEntry } from './timeline-entry';

interface TimelineProps {
  conversation: Conversation;
  messages: Message[];
  hasOlder: boolean;
  loadingOlder: boolean;
  olderFailed: boolean;
  onOlder: () => void;
  onRetry: (pending: PendingSend) => void;
}

export function Timeline(props: TimelineProps) {
  const { conversation, messages, hasOlder, loadingOlder, olderFailed, onOlder, onRetry } = props;
  const { t } = useTranslation('conversation');
  const { place } = useFormat();
  const { user } = useSession();
  // Of the moment when it was opened: what comes later is below anyway.
  const [unreadId] = useState(() => firstUnread(messages, conversation.unread));
  const here = useStore(pendingSendsStore).filter((send) => send.conversationId === conversation.id);
  const pending = withoutStored(here, messages, user.id);
  const { ref, onScroll, atEnd, seenSeq, toEnd } = useTimelineScroll({
    oldestId: messages[0]?.id,
    newestId: pending.at(-1)?.key ?? messages.at(-1)?.id,
    newestSeq: messages.at(-1)?.seq ?? 0,
    newestIsOwn: pending.length > 0 || messages.at(-1)?.user?.id === user.id,
    loadOlder: hasOlder && !loadingOlder && !olderFailed ? onOlder : undefined,
  });
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={ref}
        onScroll={onScroll}
        role="log"
        aria-label={t('timeline.label')}
        tabIndex={0}
        className="ring-focus-inset min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 py-4 [overflow-anchor:none] sm:px-6"
      >
        <div className="mx-auto flex max-w-[820px] flex-col">
          {hasOlder && (
            <div className="flex justify-center pb-4 text-muted">
              {olderFailed ? (
                <Button size="sm" onClick={onOlder}>
                  {t('timeline.retryOlder')}
                </Button>
              ) : (
                <span className="flex items-center gap-2 text-xs">
                  <Spinner /> {t('timeline.loadingOlder')}
                </span>
              )}
            </div>
          )}
          {buildTimeline(messages, place, unreadId).map((item) => (
            <TimelineEntry key={item.key} item={item} conversation={conversation} />
          ))}
          {pending.map((send) => (
            <PendingBubble key={send.key} send={send} onRetry={() => onRetry(send)} />
          ))}
        </div>
      </div>
      <NewMessagesPill
        count={messages.filter(({ seq, kind }) => seq > seenSeq && kind !== 'event').length}
        away={!atEnd}
        onPress={toEnd}
      />
    </div>
  );
}
