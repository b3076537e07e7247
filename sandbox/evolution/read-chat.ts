import type { World } from '../world';
import { announce } from './deliver';
import { applyStatus, raiseStatus } from './message-status';

/** The customer has the chat open: what the business wrote turns blue there, and the webhook hears of it. */
export function readAsCustomer(world: World, instance: string, chat: string): number {
  const unread = world.state.messages
    .inChat(instance, chat)
    .filter(({ by, status }) => by !== 'customer' && status !== 'READ' && status !== 'PLAYED');
  for (const message of unread) {
    // A phone that shows the chat received the message first.
    raiseStatus(world, message, 'SERVER_ACK');
    raiseStatus(world, message, 'DELIVERY_ACK');
    raiseStatus(world, message, 'READ');
  }
  return unread.length;
}

/** The business has read what the customer wrote; Evolution tells nobody, the customer's ticks turn blue. */
export function readAsBusiness(world: World, instance: string, chat: string): number {
  const unread = world.state.messages
    .inChat(instance, chat)
    .filter((message) => message.by === 'customer' && applyStatus(message, 'READ'));
  const last = unread.at(-1);
  if (last !== undefined) announce(world, last);
  return unread.length;
}
