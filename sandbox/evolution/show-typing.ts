import type { Customer } from '../state/customer';
import type { Instance } from '../state/instance';
import type { World } from '../world';
import { jidOf } from './jid';
import { messageKey } from './message-key';

/**
 * The customer's phone says that they are typing, or recording, until it says otherwise or sends. A message ends it
 * without another word; typing that just stops is said.
 */
export function showTyping(
  world: World,
  instance: Instance,
  customer: Customer,
  ms: number,
  how: 'composing' | 'recording' = 'composing',
): void {
  const chat = jidOf(customer.number);
  const { remoteJid } = messageKey({ customer, id: '', fromMe: false });
  const tell = (lastKnownPresence: string) =>
    void world.webhooks.emit(instance, {
      event: 'presence.update',
      chat,
      data: { id: remoteJid, presences: { [remoteJid]: { lastKnownPresence } } },
    });
  if (ms > 0) world.typing.start(instance.name, chat, 'customer', ms, () => tell('paused'));
  else world.typing.stop(instance.name, chat, 'customer');
  tell(ms > 0 ? how : 'paused');
}
