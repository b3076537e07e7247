import type { Customer } from '../state/customer';
import type { Instance } from '../state/instance';
import type { StoredMessage } from '../state/message';
import type { World } from '../world';
import { composeMessage } from './compose-message';
import { postMessage } from './deliver';
import type { Content } from './message-content';
import { acknowledge } from './message-status';

interface Writing {
  instance: Instance;
  customer: Customer;
  by: 'customer' | 'owner';
  content: Content;
  /** Milliseconds; earlier than now for a message that arrives late. */
  at?: number | undefined;
  group?: string | undefined;
  quoted?: StoredMessage | undefined;
  id?: string | undefined;
}

/** Somebody writes on a phone: the customer, or the owner on the phone that is paired. */
export function writeMessage(world: World, writing: Writing): StoredMessage {
  const message = composeMessage({ ...writing, at: writing.at ?? world.clock.now() });
  postMessage(world, writing.instance, message);
  if (writing.by === 'owner') void acknowledge(world, message);
  return message;
}
