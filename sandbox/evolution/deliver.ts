import type { Instance } from '../state/instance';
import type { StoredMessage } from '../state/message';
import type { World } from '../world';
import { isGroup } from './jid';
import { applyStatus } from './message-status';

/** Tells the webhook about a message: `messages.upsert`, or `send.message` for one sent through the API. */
function emitMessage(world: World, instance: Instance, message: StoredMessage): void {
  message.emitted = true;
  if (isGroup(message.chat) && instance.settings.groupsIgnore) return;
  void world.webhooks.emit(instance, {
    event: message.event,
    data: message.wire,
    messageId: message.wire.key.id,
    chat: message.chat,
    at: message.wire.messageTimestamp * 1_000,
    // On the customer's phone the second tick means: the product has it.
    onTaken: () => {
      if (message.by === 'customer' && applyStatus(message, 'DELIVERY_ACK')) announce(world, message);
    },
  });
}

/** Puts a message into its chat; a number that is offline hears of it when it is back. */
export function postMessage(world: World, instance: Instance, message: StoredMessage): void {
  world.state.messages.add(message);
  world.typing.stop(instance.name, message.chat, message.by === 'customer' ? 'customer' : 'business');
  if (instance.state === 'open') emitMessage(world, instance, message);
  announce(world, message);
}

/** What came in while the number was away, as ordinary upserts with their old times. */
export function emitBacklog(world: World, instance: Instance): void {
  for (const message of world.state.messages.ofInstance(instance.name)) {
    if (!message.emitted) emitMessage(world, instance, message);
  }
}

export function announce(world: World, message: StoredMessage): void {
  world.changes.announce({ type: 'chat', instance: message.instance, chat: message.chat });
}
