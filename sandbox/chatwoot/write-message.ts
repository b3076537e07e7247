import { randomUUID } from 'node:crypto';
import type { World } from '../world';
import { announceMessage } from './announce';
import { couldNotCreate } from './chatwoot-error';
import type { Caller } from './people';
import { saveConversation } from './save-conversation';
import type { Attachment, Conversation, Message } from './state/rows';

const MAX_CONTENT = 150_000;
const MAX_ATTACHMENTS = 15;
const MAX_PER_MINUTE = 200;

export interface NewFile {
  name: string;
  type: string;
  bytes: Buffer;
}

export interface NewMessage {
  content: string | null;
  type?: Message['type'];
  private?: boolean;
  contentType?: string | undefined;
  contentAttributes?: Record<string, unknown> | undefined;
  sourceId?: string | null;
  files?: NewFile[];
}

/** Writes into a conversation, with all that a new message sets off. Nothing recognises one that is already there. */
export function writeMessage(
  world: World,
  conversation: Conversation,
  by: Caller,
  input: NewMessage,
): Message {
  check(world, conversation, input);
  const message = addMessage(world, conversation, input, senderOf(conversation, by, input.type));
  reopen(world, conversation, message);
  announceMessage(world, 'message_created', message, conversation, (error) =>
    changeMessageStatus(world, message, 'failed', error),
  );
  noteWaiting(world, conversation, message);
  touchContact(world, conversation, message);
  return message;
}

/** What happened, in the conversation itself. */
export function writeActivity(world: World, conversation: Conversation, content: string): void {
  addMessage(world, conversation, { content, type: 'activity' }, null);
}

/** Only ever forward from read; a status it already has changes nothing, and is not told. */
export function changeMessageStatus(
  world: World,
  message: Message,
  status: Message['status'],
  externalError: string | null,
): void {
  if (message.status === 'read' && status === 'delivered') return;
  const error = status === 'failed' ? externalError : null;
  const isSame = message.status === status && (message.contentAttributes['external_error'] ?? null) === error;
  const conversation = world.state.chatwoot.conversations.get(message.conversationId);
  if (isSame || conversation === undefined) return;
  message.status = status;
  message.contentAttributes = { ...message.contentAttributes, external_error: error };
  message.updatedAt = world.clock.now();
  world.changes.announce({ type: 'chatwoot' });
  announceMessage(world, 'message_updated', message, conversation, (lost) =>
    changeMessageStatus(world, message, 'failed', lost),
  );
}

function check(world: World, conversation: Conversation, { content, files = [] }: NewMessage): void {
  if ((content?.length ?? 0) > MAX_CONTENT) {
    throw couldNotCreate(`Validation failed: Content is too long (maximum is ${MAX_CONTENT} characters)`);
  }
  if (files.length > MAX_ATTACHMENTS) {
    throw couldNotCreate('Validation failed: Attachments exceeded maximum allowed');
  }
  const since = world.clock.now() - 60_000;
  const recent = world.state.chatwoot.messagesOf(conversation.id).slice(-MAX_PER_MINUTE);
  if (recent.length === MAX_PER_MINUTE && recent.every(({ createdAt }) => createdAt > since)) {
    throw couldNotCreate('Validation failed: Too many messages');
  }
}

function addMessage(
  world: World,
  conversation: Conversation,
  input: NewMessage,
  sender: Message['sender'],
): Message {
  const { chatwoot } = world.state;
  const now = world.clock.now();
  const message = chatwoot.addMessage((id) => ({
    id,
    conversationId: conversation.id,
    inboxId: conversation.inboxId,
    content: input.content,
    type: input.type ?? 'outgoing',
    contentType: input.contentType ?? 'text',
    contentAttributes: input.contentAttributes ?? {},
    private: input.private ?? false,
    status: 'sent',
    sourceId: input.sourceId ?? null,
    sender,
    attachments: (input.files ?? []).map((file) => attachmentOf(chatwoot.nextAttachmentId(), file)),
    createdAt: now,
    updatedAt: now,
  }));
  conversation.lastActivityAt = now;
  world.changes.announce({ type: 'chatwoot' });
  return message;
}

function attachmentOf(id: number, { name, type, bytes }: NewFile): Attachment {
  return {
    id,
    key: randomUUID(),
    fileName: name,
    mimetype: type === '' ? 'application/octet-stream' : type,
    base64: bytes.toString('base64'),
    size: bytes.length,
  };
}

function senderOf(conversation: Conversation, by: Caller, type: Message['type'] = 'outgoing') {
  if (type === 'incoming') return { type: 'Contact', id: conversation.contactId } as const;
  return { type: by.type, id: by.id } as const;
}

/** A customer who writes opens what was resolved or snoozed; what is pending stays with the bot. */
function reopen(world: World, conversation: Conversation, message: Message): void {
  if (message.type !== 'incoming') return;
  if (conversation.status !== 'resolved' && conversation.status !== 'snoozed') return;
  const wasResolved = conversation.status === 'resolved';
  saveConversation(world, conversation, { status: 'open' });
  if (wasResolved) writeActivity(world, conversation, 'Conversation was reopened by the contact');
}

function noteWaiting(world: World, conversation: Conversation, message: Message): void {
  if (message.private) return;
  if (message.type === 'incoming' && conversation.waitingSince === null) {
    saveConversation(world, conversation, { waitingSince: message.createdAt });
  }
  if (message.type !== 'outgoing' || message.sender?.type !== 'User') return;
  saveConversation(world, conversation, {
    waitingSince: null,
    firstReplyAt: conversation.firstReplyAt ?? message.createdAt,
  });
}

function touchContact(world: World, conversation: Conversation, message: Message): void {
  const contact = world.state.chatwoot.contacts.get(conversation.contactId);
  if (contact !== undefined && message.type === 'incoming') contact.lastActivityAt = message.createdAt;
}
