import type { StoredMessage } from './message';

const KEPT_PER_CHAT = 2_000;

/** Every chat's messages, oldest first, found by chat or by WhatsApp's id. */
export class MessageStore {
  readonly #chats = new Map<string, StoredMessage[]>();
  readonly #byId = new Map<string, StoredMessage[]>();

  constructor(messages: Iterable<StoredMessage> = []) {
    for (const message of messages) this.add(message);
  }

  add(message: StoredMessage): void {
    const id = chatId(message.instance, message.chat);
    const chat = this.#chats.get(id) ?? [];
    if (chat.length === 0) this.#chats.set(id, chat);
    chat.push(message);
    const same = this.#byId.get(message.wire.key.id) ?? [];
    if (same.length === 0) this.#byId.set(message.wire.key.id, same);
    same.push(message);
    if (chat.length > KEPT_PER_CHAT) this.#forget(chat.shift());
  }

  /** Ids are chosen by the sender's device, so two chats may hold the same one: say whose where it matters. */
  find(id: string, instance?: string): StoredMessage | undefined {
    const same = this.#byId.get(id) ?? [];
    return instance === undefined ? same.at(-1) : same.findLast((message) => message.instance === instance);
  }

  inChat(instance: string, chat: string): readonly StoredMessage[] {
    return this.#chats.get(chatId(instance, chat)) ?? [];
  }

  chats(): { instance: string; chat: string; messages: readonly StoredMessage[] }[] {
    return [...this.#chats.values()].flatMap((messages) => {
      const last = messages.at(-1);
      return last === undefined ? [] : [{ instance: last.instance, chat: last.chat, messages }];
    });
  }

  ofInstance(instance: string): StoredMessage[] {
    return this.chats()
      .filter((chat) => chat.instance === instance)
      .flatMap(({ messages }) => messages);
  }

  forgetInstance(instance: string): void {
    for (const message of this.ofInstance(instance)) this.#forget(message);
    for (const { chat } of this.chats().filter((each) => each.instance === instance)) {
      this.#chats.delete(chatId(instance, chat));
    }
  }

  all(): StoredMessage[] {
    return [...this.#chats.values()].flat();
  }

  #forget(message: StoredMessage | undefined): void {
    if (message === undefined) return;
    const rest = (this.#byId.get(message.wire.key.id) ?? []).filter((other) => other !== message);
    if (rest.length === 0) this.#byId.delete(message.wire.key.id);
    else this.#byId.set(message.wire.key.id, rest);
  }
}

function chatId(instance: string, chat: string): string {
  return `${instance} ${chat}`;
}
