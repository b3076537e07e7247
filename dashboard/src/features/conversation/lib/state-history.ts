import type { Message } from '../../../lib/api/types';

/** A change of who is in charge: told by an event, or seen by a person's first message. */
export type HistoryEntry = { type: 'event' | 'reply'; message: Message };

/**
 * Who had the conversation when, oldest first. A person's reply takes over without an event of its own.
 *
 * @param whole false while older messages are not loaded: a first reply may then not be the first
 */
export function stateHistory(messages: Message[], whole: boolean): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let withPerson = !whole;
  for (const message of messages) {
    if (message.kind === 'event' && message.payload?.['to'] === undefined) {
      // Said on the way; who has it stays.
      entries.push({ type: 'event', message });
    } else if (message.kind === 'event') {
      const toPerson = message.payload?.['to'] === 'HUMANO_RESPONDEU';
      // The reply that caused it has been told.
      if (!(toPerson && withPerson && isReply(message))) entries.push({ type: 'event', message });
      withPerson = toPerson;
    } else if (message.author === 'human') {
      if (!withPerson) entries.push({ type: 'reply', message });
      withPerson = true;
    }
  }
  return entries;
}

function isReply(event: Message): boolean {
  const cause = event.payload?.['cause'];
  return typeof cause === 'object' && cause !== null && 'type' in cause && cause.type === 'humanReplied';
}
