import type { Customer } from '../state/customer';
import type { Instance } from '../state/instance';
import type { World } from '../world';
import { jidOf } from './jid';
import { messageKey } from './message-key';

/** The customer's phone says that they are typing, until it says otherwise or sends. */
export function showTyping(world: World, instance: Instance, customer: Customer, ms: number): void {
  const chat = jidOf(customer.number);
  if (ms > 0) world.typing.start(instance.name, chat, 'customer', ms);
  else world.typing.stop(instance.name, chat, 'customer');
  const { remoteJid } = messageKey({ customer, id: '', fromMe: false });
  void world.webhooks.emit(instance, {
    event: 'presence.update',
    chat,
    data: {
      id: remoteJid,
      presences: { [remoteJid]: { lastKnownPresence: ms > 0 ? 'composing' : 'paused' } },
    },
  });
}
