import type { QueryClient } from '@tanstack/react-query';
import { createBatch } from '../../../lib/live/batch';
import type { LiveEvent } from '../../../lib/live/live-event';
import { conversationKeys } from './conversation-keys';
import { refreshConversation } from './refresh-conversation';
import { refreshMessages } from './refresh-messages';

type ConversationEvent = Extract<LiveEvent, { type: 'conversation' }>;

const PAUSE_MS = 400;
/** Beyond so many conversations at once, asking for the lists again is cheaper. */
const PATCHED_AT_ONCE = 6;

/** Brings the conversations that the server says have changed up to date, and nothing else. */
export function createConversationSync(queries: QueryClient, tenantId: string) {
  const batch = createBatch<ConversationEvent>(PAUSE_MS, handle);
  return { add: (event: ConversationEvent) => batch.add(event), stop: () => batch.clear() };

  function handle(events: ConversationEvent[]): void {
    void queries.invalidateQueries({ queryKey: conversationKeys.counts(tenantId) });
    const ids = [...new Set(events.map((event) => event.conversationId))];
    const many = ids.length > PATCHED_AT_ONCE;
    if (many) void queries.invalidateQueries({ queryKey: conversationKeys.lists(tenantId) });
    for (const id of ids) {
      const shown = isShown(id);
      // What fails here is fetched by the next event, or when somebody looks.
      if (shown || !many) refreshConversation(queries, tenantId, id).catch(() => undefined);
      if (shown) refreshMessages(queries, tenantId, id, changedIn(id, events)).catch(() => undefined);
    }
  }

  /** A timeline nobody looks at is only marked: the next who opens it fetches it. */
  function isShown(id: string): boolean {
    const query = queries.getQueryCache().find({ queryKey: conversationKeys.messages(tenantId, id) });
    const shown = query !== undefined && query.getObserversCount() > 0;
    if (!shown) query?.invalidate();
    return shown;
  }
}

function changedIn(id: string, events: ConversationEvent[]): string[] {
  return events.flatMap((event) => (event.conversationId === id ? (event.messageId ?? []) : []));
}
