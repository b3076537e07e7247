import type { Customer } from '../state/customer';
import type { Instance } from '../state/instance';
import type { StoredMessage, WireMessage } from '../state/message';
import type { World } from '../world';
import { composeMessage } from './compose-message';
import { postMessage } from './deliver';
import { badRequest, connectionClosed } from './evolution-error';
import { isGroup, isLid, jidOf } from './jid';
import type { Content } from './message-content';
import { acknowledge } from './message-status';

interface Sending {
  instance: Instance;
  number: string;
  content: Content;
  delay: number | undefined;
  quotedId: string | undefined;
}

/** Sends through the API: checks the number, types for `delay`, posts, and answers before any tick. */
export async function sendMessage(world: World, sending: Sending): Promise<WireMessage> {
  const { instance, number, content } = sending;
  const { customer, chat } = recipient(world, instance, number);
  if (sending.delay !== undefined && sending.delay > 0) {
    world.typing.start(instance.name, chat, 'business', sending.delay);
    await world.clock.sleep(sending.delay, world.closing);
    if (instance.state !== 'open') throw connectionClosed();
  }
  const message = composeMessage({
    instance,
    customer,
    by: 'api',
    content,
    at: world.clock.now(),
    group: isGroup(chat) ? chat : undefined,
    quoted:
      sending.quotedId === undefined ? undefined : world.state.messages.find(sending.quotedId, instance.name),
  });
  postMessage(world, instance, message);
  void acknowledge(world, message);
  return answerOf(message);
}

interface Recipient {
  customer: Customer | null;
  chat: string;
}

function recipient(world: World, instance: Instance, number: string): Recipient {
  if (instance.state !== 'open') throw connectionClosed();
  if (isGroup(jidOf(number))) return { customer: null, chat: jidOf(number) };
  const customer = world.state.customers.findOrMeet(number);
  if (customer?.onWhatsApp === true) return { customer, chat: jidOf(customer.number) };
  throw badRequest({ jid: isLid(number) ? number : jidOf(number), exists: false, number });
}

/** The HTTP answer is the wire message as it was when it left. */
function answerOf(message: StoredMessage): WireMessage {
  return { ...message.wire };
}
