import type { Request } from 'express';
import { isGroup, jidOf } from '../evolution/jid';
import { param } from '../http/param';
import type { Customer } from '../state/customer';
import type { Instance } from '../state/instance';
import type { StoredMessage } from '../state/message';
import type { World } from '../world';
import { missing } from './control-error';

export function instanceIn(world: World, req: Request, name = 'instance'): Instance {
  const instance = world.state.instances.get(param(req, name));
  if (instance === undefined) throw missing('instance', param(req, name));
  return instance;
}

/** The customer a path names; a plausible number nobody has yet becomes one. */
export function customerIn(world: World, req: Request): Customer {
  const customer = world.state.customers.findOrMeet(param(req, 'number'));
  if (customer === undefined) throw missing('customer', param(req, 'number'));
  return customer;
}

/** The chat a path names: a group's jid, or a customer by number, jid or LID. */
export function chatIn(world: World, req: Request): string {
  const address = param(req, 'number');
  return isGroup(address) ? address : jidOf(customerIn(world, req).number);
}

export function messageIn(world: World, req: Request): StoredMessage {
  const message = world.state.messages.find(param(req, 'id'));
  if (message === undefined) throw missing('message', param(req, 'id'));
  return message;
}
