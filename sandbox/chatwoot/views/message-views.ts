import { ACCOUNT, BOT, userById } from '../people';
import { MESSAGE_TYPES, type Conversation, type Message } from '../state/rows';
import { conversationEventData } from './conversation-views';
import { attachmentsIn, senderIn } from './message-parts';
import { contactWebhookData } from './people-views';
import type { Scene } from './scene';
import { iso, seconds } from './time';

/** A message in the API's answers. */
export function messageView(scene: Scene, message: Message, echoId: string | null = null): object {
  return {
    id: message.id,
    content: message.content,
    inbox_id: message.inboxId,
    ...(echoId === null ? {} : { echo_id: echoId }),
    conversation_id: message.conversationId,
    message_type: MESSAGE_TYPES.indexOf(message.type),
    content_type: message.contentType,
    status: message.status,
    content_attributes: message.contentAttributes,
    created_at: seconds(message.createdAt),
    private: message.private,
    source_id: message.sourceId,
    ...senderIn(scene, message),
    ...attachmentsIn(scene, message),
  };
}

/** A message as the body of its own events: its type is a word here, and a number everywhere else. */
export function messageWebhookData(scene: Scene, message: Message, conversation: Conversation): object {
  const inbox = scene.state.inboxes.get(message.inboxId);
  return {
    account: ACCOUNT,
    additional_attributes: {},
    content_attributes: message.contentAttributes,
    content_type: message.contentType,
    content: message.content,
    conversation: conversationEventData(scene, conversation),
    created_at: iso(message.createdAt),
    id: message.id,
    inbox: { id: message.inboxId, name: inbox?.name ?? '' },
    message_type: message.type,
    private: message.private,
    sender: senderWebhookData(scene, message),
    source_id: message.sourceId,
    ...attachmentsIn(scene, message),
  };
}

function senderWebhookData(scene: Scene, { sender }: Message): object | null {
  if (sender === null) return null;
  if (sender.type === 'AgentBot') return { id: BOT.id, name: BOT.name, type: 'agent_bot' };
  if (sender.type === 'Contact') {
    const contact = scene.state.contacts.get(sender.id);
    return contact === undefined ? null : contactWebhookData(contact);
  }
  const user = userById(sender.id);
  return user === undefined ? null : { id: user.id, name: user.name, email: user.email, type: 'user' };
}
