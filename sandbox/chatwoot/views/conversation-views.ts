import { ACCOUNT, teamById, userById } from '../people';
import type { ChatwootState } from '../state/chatwoot-state';
import type { Conversation } from '../state/rows';
import { messageEventData, unreadCount } from './message-event-data';
import { agentView, contactEventData, contactView, userEventData } from './people-views';
import type { Scene } from './scene';
import { iso, seconds } from './time';

/** A conversation in the API's answers. */
export function conversationView(scene: Scene, conversation: Conversation): object {
  const messages = scene.state.messagesOf(conversation.id);
  const asEvent = (message = messages.at(-1)) =>
    message === undefined ? null : messageEventData(scene, message, conversation);
  const last = asEvent();
  return {
    meta: metaView(scene.state, conversation),
    id: conversation.id,
    messages: last === null ? [] : [last],
    account_id: ACCOUNT.id,
    uuid: conversation.uuid,
    additional_attributes: conversation.additionalAttributes,
    agent_last_seen_at: seconds(conversation.agentSeenAt),
    assignee_last_seen_at: seconds(conversation.agentSeenAt),
    can_reply: true,
    contact_last_seen_at: 0,
    custom_attributes: conversation.customAttributes,
    inbox_id: conversation.inboxId,
    labels: conversation.labels,
    muted: false,
    snoozed_until: iso(conversation.snoozedUntil),
    status: conversation.status,
    created_at: seconds(conversation.createdAt),
    updated_at: conversation.updatedAt / 1_000,
    timestamp: seconds(conversation.lastActivityAt),
    first_reply_created_at: seconds(conversation.firstReplyAt),
    unread_count: unreadCount(scene.state, conversation),
    last_non_activity_message: asEvent(messages.findLast(({ type }) => type !== 'activity')),
    last_activity_at: seconds(conversation.lastActivityAt),
    priority: conversation.priority,
    waiting_since: seconds(conversation.waitingSince),
    sla_policy_id: null,
  };
}

function metaView(state: ChatwootState, conversation: Conversation): object {
  const contact = state.contacts.get(conversation.contactId);
  const assignee = userById(conversation.assigneeId);
  const team = teamById(conversation.teamId);
  return {
    sender: contact === undefined ? null : contactView(contact),
    channel: 'Channel::Api',
    ...(assignee === undefined ? {} : { assignee: agentView(assignee), assignee_type: 'User' }),
    ...(team === undefined ? {} : { team }),
    hmac_verified: false,
  };
}

/** A conversation as the body of its own events, and inside a message's. */
export function conversationEventData(scene: Scene, conversation: Conversation): object {
  const { state } = scene;
  const last = state
    .messagesOf(conversation.id)
    .findLast((message) => message.type !== 'activity' && !message.private);
  return {
    additional_attributes: conversation.additionalAttributes,
    can_reply: true,
    channel: 'Channel::Api',
    contact_inbox: contactInboxOf(state, conversation),
    id: conversation.id,
    inbox_id: conversation.inboxId,
    messages: last === undefined ? [] : [messageEventData(scene, last, conversation)],
    labels: conversation.labels,
    meta: metaEventData(state, conversation),
    status: conversation.status,
    custom_attributes: conversation.customAttributes,
    snoozed_until: iso(conversation.snoozedUntil),
    unread_count: unreadCount(state, conversation),
    first_reply_created_at: iso(conversation.firstReplyAt),
    priority: conversation.priority,
    waiting_since: seconds(conversation.waitingSince),
    agent_last_seen_at: seconds(conversation.agentSeenAt),
    contact_last_seen_at: 0,
    last_activity_at: seconds(conversation.lastActivityAt),
    timestamp: seconds(conversation.lastActivityAt),
    created_at: seconds(conversation.createdAt),
    updated_at: conversation.updatedAt / 1_000,
  };
}

function contactInboxOf(state: ChatwootState, conversation: Conversation): object {
  const { inboxId, contactId, sourceId } = conversation;
  const link = state.contactInboxes.find((row) => row.inboxId === inboxId && row.sourceId === sourceId);
  return {
    id: link?.id ?? null,
    contact_id: contactId,
    inbox_id: inboxId,
    source_id: sourceId,
    hmac_verified: false,
  };
}

function metaEventData(state: ChatwootState, conversation: Conversation): object {
  const contact = state.contacts.get(conversation.contactId);
  const assignee = userById(conversation.assigneeId);
  return {
    sender: contact === undefined ? null : contactEventData(contact),
    assignee: assignee === undefined ? null : userEventData(assignee),
    assignee_type: assignee === undefined ? null : 'User',
    team: teamById(conversation.teamId) ?? null,
    hmac_verified: false,
  };
}
