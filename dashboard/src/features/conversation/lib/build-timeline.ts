import { dayOf, type Place } from '../../../lib/format/date';
import type { Message } from '../../../lib/api/types';

export type TimelineItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'unread'; key: string }
  | { type: 'event'; key: string; message: Message }
  | {
      type: 'message';
      key: string;
      message: Message;
      /** The first of its author in a row: it bears the name. */
      heads: boolean;
      /** The last balloon of its turn, under which the turn is explained. */
      closesTurn: boolean;
    };

/** Messages of one author closer than this read as one contribution. */
const SAME_BREATH_MS = 3 * 60_000;

/** Messages as they are shown: days apart, names once, what is new below a line. */
export function buildTimeline(
  messages: Message[],
  place: Pick<Place, 'timeZone'>,
  firstUnreadId: string | undefined,
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let before: Message | undefined;
  for (const [index, message] of messages.entries()) {
    const newDay = before === undefined || dayOf(timeOf(before), place) !== dayOf(timeOf(message), place);
    if (newDay) items.push({ type: 'day', key: `day-${message.id}`, at: message.createdAt });
    // A line above everything parts nothing.
    if (message.id === firstUnreadId && index > 0) {
      items.push({ type: 'unread', key: 'unread' });
      before = undefined;
    }
    if (message.kind === 'event') items.push({ type: 'event', key: message.id, message });
    else {
      const heads = newDay || before === undefined || !continues(before, message);
      const next = messages[index + 1];
      const closesTurn = message.turnId !== null && next?.turnId !== message.turnId;
      items.push({ type: 'message', key: message.id, message, heads, closesTurn });
    }
    before = message;
  }
  return items;
}

function continues(before: Message, message: Message): boolean {
  return (
    before.kind !== 'event' &&
    before.author === message.author &&
    before.user?.id === message.user?.id &&
    senderOf(before) === senderOf(message) &&
    timeOf(message).getTime() - timeOf(before).getTime() < SAME_BREATH_MS
  );
}

/** In a group several people are the customer. */
function senderOf({ payload }: Message): string {
  return JSON.stringify(payload?.['sender'] ?? null);
}

function timeOf(message: Message): Date {
  return new Date(message.createdAt);
}

/** The oldest of the `unread` newest customer messages; undefined when all were read or it is not loaded. */
export function firstUnread(messages: Message[], unread: number): string | undefined {
  if (unread === 0) return undefined;
  return messages.filter((message) => message.author === 'customer').at(-unread)?.id;
}
