import { messageStatuses, type MessageStatus, type StoredMessage } from '../state/message';
import type { World } from '../world';

/** A status only rises. True when it did. */
export function applyStatus(message: StoredMessage, status: MessageStatus): boolean {
  if (messageStatuses.indexOf(status) <= messageStatuses.indexOf(message.status)) return false;
  message.status = status;
  return true;
}

/** Raises the status of a message of the business and tells the webhook. */
export function raiseStatus(world: World, message: StoredMessage, status: MessageStatus): void {
  const instance = world.state.instances.get(message.instance);
  if (instance === undefined || !applyStatus(message, status)) return;
  const { key, instanceId } = message.wire;
  void world.webhooks.emit(instance, {
    event: 'messages.update',
    messageId: key.id,
    chat: message.chat,
    data: {
      keyId: key.id,
      remoteJid: key.remoteJid,
      fromMe: key.fromMe,
      status,
      instanceId,
      messageId: message.dbId,
    },
  });
  world.changes.announce({ type: 'chat', instance: message.instance, chat: message.chat });
}

/** The ticks of a message that has just left: accepted by the server, then on the other phone. */
export async function acknowledge(world: World, message: StoredMessage): Promise<void> {
  const { clock, timings, closing } = world;
  try {
    await clock.sleep(timings.serverAckMs, closing);
    raiseStatus(world, message, 'SERVER_ACK');
    await clock.sleep(timings.deliveryAckMs, closing);
    raiseStatus(world, message, 'DELIVERY_ACK');
  } catch {
    // Closing: nobody is left to be told.
  }
}
