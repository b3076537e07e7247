import type { StoredMessage } from '../state/message';
import type { World } from '../world';
import { announce } from './deliver';

/** The author deletes for everyone; the webhook gets the key and nothing else. */
export function deleteMessage(world: World, message: StoredMessage): void {
  const instance = world.state.instances.get(message.instance);
  if (instance === undefined) return;
  message.deleted = true;
  void world.webhooks.emit(instance, {
    event: 'messages.delete',
    messageId: message.wire.key.id,
    chat: message.chat,
    data: message.wire.key,
  });
  announce(world, message);
}
