import type { ConversationFilter } from '../lib/conversation-filter';

/** Every key begins with the tenant; what comes after it narrows. */
export const conversationKeys = {
  lists: (tenantId: string) => [tenantId, 'conversation-list'] as const,
  list: (tenantId: string, filter: ConversationFilter) => [tenantId, 'conversation-list', filter] as const,
  counts: (tenantId: string) => [tenantId, 'conversation-counts'] as const,
  one: (tenantId: string, id: string) => [tenantId, 'conversation', id] as const,
  messages: (tenantId: string, id: string) => [tenantId, 'conversation', id, 'messages'] as const,
  mediaLink: (tenantId: string, mediaId: string) => [tenantId, 'media-link', mediaId] as const,
  turn: (tenantId: string, id: string, turnId: string) =>
    [tenantId, 'conversation', id, 'turn', turnId] as const,
};
