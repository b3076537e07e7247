import type { StoredMessage } from '../state/message';
import type { World } from '../world';
import { announce } from './deliver';

/** The author changes the words; the webhook gets WhatsApp's protocol message as it is. */
export function editMessage(world: World, message: StoredMessage, text: string): void {
  const instance = world.state.instances.get(message.instance);
  if (instance === undefined) return;
  message.editedText = text;
  void world.webhooks.emit(instance, {
    event: 'messages.edited',
    messageId: message.wire.key.id,
    chat: message.chat,
    data: {
      key: message.wire.key,
      type: 'MESSAGE_EDIT',
      editedMessage: { conversation: text },
      timestampMs: String(world.clock.now()),
    },
  });
  announce(world, message);
}
