import { sceneOf } from '../chatwoot/announce';
import { assigneeOf } from '../chatwoot/conversations';
import { ACCOUNT, BOT, USERS } from '../chatwoot/people';
import type { Conversation, Message } from '../chatwoot/state/rows';
import { attachmentsIn } from '../chatwoot/views/message-parts';
import type { World } from '../world';

/** This Chatwoot as somebody who runs it sees it. */
export function overview(world: World): object {
  const { signs, inboxes, contacts, conversations, webhooks } = world.state.chatwoot;
  return {
    url: world.chatwootUrl(),
    account: ACCOUNT,
    signs,
    dropping: world.chatwootWebhooks.dropping,
    users: Object.entries(USERS).map(([key, { id, name, role, token }]) => ({ key, id, name, role, token })),
    bot: { id: BOT.id, name: BOT.name, token: BOT.token },
    inboxes: inboxes.all().map(({ id, name, webhookUrl }) => ({ id, name, webhookUrl })),
    webhooks: webhooks.all().map(({ id, url, subscriptions }) => ({ id, url, subscriptions })),
    contacts: contacts.all().length,
    conversations: conversations.all().length,
  };
}

/** A conversation in the list on the left. */
export function conversationSummary(world: World, conversation: Conversation) {
  const { contacts, inboxes } = world.state.chatwoot;
  const contact = contacts.get(conversation.contactId);
  return {
    id: conversation.id,
    status: conversation.status,
    assignee: assigneeOf(conversation)?.name ?? null,
    inbox: { id: conversation.inboxId, name: inboxes.get(conversation.inboxId)?.name ?? null },
    contact: {
      id: conversation.contactId,
      name: contact?.name ?? null,
      phone: contact?.phone ?? null,
      email: contact?.email ?? null,
      identifier: contact?.identifier ?? null,
    },
    sourceId: conversation.sourceId,
    priority: conversation.priority,
    labels: conversation.labels,
    customAttributes: conversation.customAttributes,
    additionalAttributes: conversation.additionalAttributes,
    lastActivityAt: new Date(conversation.lastActivityAt).toISOString(),
  };
}

/** A conversation opened, with all that was said and what happened in between. */
export function conversationDetail(world: World, conversation: Conversation) {
  const messages = world.state.chatwoot.messagesOf(conversation.id);
  return {
    ...conversationSummary(world, conversation),
    messages: messages.map((message) => screenMessage(world, message)),
  };
}

/** A message as the screen shows it. */
export function screenMessage(world: World, message: Message) {
  return {
    id: message.id,
    type: message.type,
    text: message.content ?? '',
    private: message.private,
    by: nameOf(world, message),
    status: message.status,
    externalError: message.contentAttributes['external_error'] ?? null,
    sourceId: message.sourceId,
    inReplyTo: message.contentAttributes['in_reply_to'] ?? null,
    attachments: (attachmentsIn(sceneOf(world), message).attachments ?? []).map((shown, index) => ({
      ...shown,
      fileName: message.attachments[index]?.fileName ?? '',
    })),
    at: new Date(message.createdAt).toISOString(),
  };
}

function nameOf(world: World, { sender }: Message): string | null {
  if (sender === null) return null;
  if (sender.type === 'AgentBot') return BOT.name;
  if (sender.type === 'Contact') return world.state.chatwoot.contacts.get(sender.id)?.name ?? null;
  return Object.values(USERS).find(({ id }) => id === sender.id)?.name ?? null;
}
