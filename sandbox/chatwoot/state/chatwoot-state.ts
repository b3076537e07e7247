import { z } from 'zod';
import {
  contactInboxSchema,
  contactSchema,
  conversationSchema,
  inboxSchema,
  messageSchema,
  webhookSchema,
  type Attachment,
  type Contact,
  type ContactInbox,
  type Conversation,
  type Inbox,
  type Message,
  type Webhook,
} from './rows';
import { Table } from './table';

function table<Row extends z.ZodType>(row: Row) {
  return z.object({ next: z.int(), rows: z.array(row) });
}

export const savedChatwootSchema = z.object({
  signs: z.boolean(),
  nextAttachment: z.int(),
  inboxes: table(inboxSchema),
  contacts: table(contactSchema),
  contactInboxes: table(contactInboxSchema),
  conversations: table(conversationSchema),
  messages: table(messageSchema),
  webhooks: table(webhookSchema),
});

export type SavedChatwoot = z.infer<typeof savedChatwootSchema>;

/** The one account of this Chatwoot. */
export class ChatwootState {
  /** Since 4.11.2 Chatwoot signs what it sends; older ones tell no secret. */
  signs: boolean;
  readonly inboxes: Table<Inbox>;
  readonly contacts: Table<Contact>;
  readonly contactInboxes: Table<ContactInbox>;
  readonly conversations: Table<Conversation>;
  readonly webhooks: Table<Webhook>;
  readonly #messages: Table<Message>;
  readonly #byConversation = new Map<number, Message[]>();
  #nextAttachment: number;

  constructor(saved?: SavedChatwoot) {
    this.signs = saved?.signs ?? true;
    this.#nextAttachment = saved?.nextAttachment ?? 1;
    this.inboxes = new Table(saved?.inboxes);
    this.contacts = new Table(saved?.contacts);
    this.contactInboxes = new Table(saved?.contactInboxes);
    this.conversations = new Table(saved?.conversations);
    this.webhooks = new Table(saved?.webhooks);
    this.#messages = new Table(saved?.messages);
    for (const message of this.#messages.all()) this.#file(message);
  }

  addMessage(make: (id: number) => Message): Message {
    const message = this.#messages.add(make);
    this.#file(message);
    return message;
  }

  message(id: number): Message | undefined {
    return this.#messages.get(id);
  }

  /** Oldest first. */
  messagesOf(conversationId: number): Message[] {
    return this.#byConversation.get(conversationId) ?? [];
  }

  attachment(key: string): Attachment | undefined {
    return this.#messages
      .all()
      .flatMap(({ attachments }) => attachments)
      .find((attachment) => attachment.key === key);
  }

  nextAttachmentId(): number {
    return this.#nextAttachment++;
  }

  removeConversation(id: number): void {
    for (const message of this.messagesOf(id)) this.#messages.remove(message.id);
    this.#byConversation.delete(id);
    this.conversations.remove(id);
  }

  saved(): SavedChatwoot {
    return {
      signs: this.signs,
      nextAttachment: this.#nextAttachment,
      inboxes: this.inboxes.saved(),
      contacts: this.contacts.saved(),
      contactInboxes: this.contactInboxes.saved(),
      conversations: this.conversations.saved(),
      messages: this.#messages.saved(),
      webhooks: this.webhooks.saved(),
    };
  }

  #file(message: Message): void {
    const others = this.#byConversation.get(message.conversationId);
    if (others === undefined) this.#byConversation.set(message.conversationId, [message]);
    else others.push(message);
  }
}
