import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../lib/api/client';
import { call } from '../../../lib/api/call';
import type { Conversation } from '../../../lib/api/types';
import { useTenantId } from '../../../lib/session/use-session';
import { usePageVisible } from '../../../lib/use-page-visible';
import { storeConversation } from './store-conversation';

/** A conversation that somebody looks at has been read, and so have the messages that come meanwhile. */
export function useMarkRead(conversation: Conversation): void {
  const tenantId = useTenantId();
  const queries = useQueryClient();
  const visible = usePageVisible();
  const { id, unread } = conversation;
  useEffect(() => {
    if (!visible || unread === 0) return;
    storeConversation(queries, tenantId, { ...conversation, unread: 0 });
    // Failing costs a badge that comes back with the next fetch.
    call(api.POST('/api/v1/conversations/{id}/read', { params: { path: { id } } })).catch(() => undefined);
    // The rest of the conversation changes for other reasons.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [visible, unread, id, tenantId, queries]);
}
