import type { StoredMessage } from '../state/message';
import type { World } from '../world';

/** Tells the webhook of a message once more, with the very same envelope; how often and how, the caller says. */
export async function resendEvent(
  world: World,
  message: StoredMessage,
  { times, parallel }: { times: number; parallel: boolean },
): Promise<void> {
  const instance = world.state.instances.get(message.instance);
  if (instance === undefined) return;
  const send = (): Promise<void> =>
    world.webhooks.emit(instance, {
      event: message.event,
      data: message.wire,
      messageId: message.wire.key.id,
      chat: message.chat,
      at: message.wire.messageTimestamp * 1_000,
    });
  if (parallel) {
    await Promise.all(Array.from({ length: times }, send));
    return;
  }
  for (let turn = 0; turn < times; turn += 1) await send();
}
