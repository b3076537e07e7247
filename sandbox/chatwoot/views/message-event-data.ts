import { ACCOUNT } from '../people';
import type { ChatwootState } from '../state/chatwoot-state';
import { MESSAGE_TYPES, type Conversation, type Message } from '../state/rows';
import { attachmentsIn, senderIn } from './message-parts';
import type { Scene } from './scene';
import { iso, seconds } from './time';

const UNREAD_SHOWN = 10;

/** A message inside a conversation's events. */
export function messageEventData(scene: Scene, message: Message, conversation: Conversation): object {
  return {
    id: message.id,
    content: message.content,
    account_id: ACCOUNT.id,
    inbox_id: message.inboxId,
    conversation_id: message.conversationId,
    message_type: MESSAGE_TYPES.indexOf(message.type),
    created_at: seconds(message.createdAt),
    updated_at: iso(message.updatedAt),
    private: message.private,
    status: message.status,
    source_id: message.sourceId,
    content_type: message.contentType,
    content_attributes: message.contentAttributes,
    sender_type: message.sender?.type ?? null,
    sender_id: message.sender?.id ?? null,
    external_source_ids: {},
    additional_attributes: {},
    processed_message_content: message.content,
    sentiment: {},
    conversation: {
      assignee_id: conversation.assigneeId,
      unread_count: unreadCount(scene.state, conversation),
      last_activity_at: seconds(conversation.lastActivityAt),
      contact_inbox: { source_id: conversation.sourceId },
    },
    ...attachmentsIn(scene, message),
    ...senderIn(scene, message),
  };
}

export function unreadCount(state: ChatwootState, { id, agentSeenAt }: Conversation): number {
  const unread = state
    .messagesOf(id)
    .filter(({ type, createdAt }) => type === 'incoming' && createdAt > (agentSeenAt ?? 0));
  return Math.min(unread.length, UNREAD_SHOWN);
}
