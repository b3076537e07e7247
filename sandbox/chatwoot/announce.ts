import type { World } from '../world';
import type { Conversation, Contact, Message } from './state/rows';
import { conversationEventData } from './views/conversation-views';
import { messageWebhookData } from './views/message-views';
import { contactWebhookData } from './views/people-views';
import type { Scene } from './views/scene';
import type { Recipient } from './webhook-sender';

/** What a save changed, by the names of the columns. */
export type ChangedAttributes = Record<string, { previous_value: unknown; current_value: unknown }>;

export function sceneOf(world: World): Scene {
  return { state: world.state.chatwoot, baseUrl: world.chatwootUrl() };
}

type ConversationEvent = 'conversation_created' | 'conversation_updated' | 'conversation_status_changed';

export function announceConversation(
  world: World,
  event: ConversationEvent,
  conversation: Conversation,
  changed?: ChangedAttributes,
): void {
  const payload = {
    ...conversationEventData(sceneOf(world), conversation),
    ...(changed === undefined ? {} : { changed_attributes: listed(changed) }),
  };
  tellAccount(world, event, payload);
  tellInbox(world, conversation.inboxId, event, payload);
}

/** What happened in the conversation itself, such as who resolved it, is told to nobody. */
export function announceMessage(
  world: World,
  event: 'message_created' | 'message_updated',
  message: Message,
  conversation: Conversation,
  onLostByInbox: (error: string) => void,
): void {
  if (message.type === 'activity') return;
  const payload = messageWebhookData(sceneOf(world), message, conversation);
  tellAccount(world, event, payload);
  tellInbox(world, conversation.inboxId, event, payload, onLostByInbox);
}

export function announceContact(
  world: World,
  event: 'contact_created' | 'contact_updated',
  contact: Contact,
  changed?: ChangedAttributes,
): void {
  tellAccount(world, event, {
    ...contactWebhookData(contact),
    ...(changed === undefined ? {} : { changed_attributes: listed(changed) }),
  });
}

function tellAccount(world: World, event: string, payload: object): void {
  const { webhooks, signs } = world.state.chatwoot;
  for (const webhook of webhooks.all()) {
    if (!webhook.subscriptions.includes(event)) continue;
    world.chatwootWebhooks.send({ url: webhook.url, secret: signs ? webhook.secret : null }, event, payload);
  }
}

/** An API inbox has an address of its own, which asks for no subscription. */
function tellInbox(
  world: World,
  inboxId: number,
  event: string,
  payload: object,
  onLost?: Recipient['onLost'],
): void {
  const { inboxes, signs } = world.state.chatwoot;
  const inbox = inboxes.get(inboxId);
  if (inbox?.webhookUrl == null) return;
  const recipient: Recipient = { url: inbox.webhookUrl, secret: signs ? inbox.secret : null };
  if (onLost !== undefined) recipient.onLost = onLost;
  world.chatwootWebhooks.send(recipient, event, payload);
}

function listed(changed: ChangedAttributes): object[] {
  return Object.entries(changed).map(([name, values]) => ({ [name]: values }));
}
