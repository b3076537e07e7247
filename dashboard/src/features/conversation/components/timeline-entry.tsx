import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import type { TimelineItem } from '../lib/build-timeline';
import { CentredLine } from './centred-line';
import { EventLine } from './event-line';
import { MessageBubble } from './message-bubble';

interface TimelineEntryProps {
  item: TimelineItem;
  conversation: Conversation;
}

export const TimelineEntry = memo(function TimelineEntry({ item, conversation }: TimelineEntryProps) {
  const { t } = useTranslation('conversation');
  switch (item.type) {
    case 'day':
      return <DayLine at={item.at} />;
    case 'unread':
      return <CentredLine kind="unread">{t('timeline.unread')}</CentredLine>;
    case 'event':
      return <EventLine message={item.message} />;
    case 'message':
      return (
        <MessageBubble
          message={item.message}
          heads={item.heads}
          closesTurn={item.closesTurn}
          contact={conversation.contact}
        />
      );
  }
}, isSame);

function DayLine({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow(60_000);
  return <CentredLine kind="day">{format.day(at, now)}</CentredLine>;
}

/** Items are made anew with every render; what they show is in the message. */
function isSame(before: TimelineEntryProps, after: TimelineEntryProps): boolean {
  const [a, b] = [before.item, after.item];
  if (a.type !== b.type || a.key !== b.key) return false;
  if (before.conversation.contact.name !== after.conversation.contact.name) return false;
  if (a.type === 'event' && b.type === 'event') return a.message === b.message;
  if (a.type === 'message' && b.type === 'message') {
    return a.message === b.message && a.heads === b.heads && a.closesTurn === b.closesTurn;
  }
  return true;
}
