import { z } from 'zod';
import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { flag, notEmpty, number, object, oneOf, text } from '../body-fields';
import { connectionClosed } from '../evolution-error';
import { findMessages as find } from '../find-messages';
import { guardInstance } from '../guards';
import { isLid, jidOf } from '../jid';
import { readAsBusiness } from '../read-chat';
import { validateBody } from '../validate-body';

const presenceSchema = object({
  number: number(),
  presence: oneOf(['unavailable', 'available', 'composing', 'recording', 'paused']),
  delay: z.number({ error: 'is not of a type(s) number' }).min(0),
});

/** Shows the presence and holds the request for as long as it lasts. */
export function sendPresence(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    const body = validateBody(presenceSchema, req.body);
    if (instance.state !== 'open') throw connectionClosed();
    const customer = world.state.customers.findOrMeet(body.number);
    const chat = jidOf(customer?.number ?? body.number);
    const isTyping = body.presence === 'composing' || body.presence === 'recording';
    if (isTyping) world.typing.start(instance.name, chat, 'business', body.delay);
    else world.typing.stop(instance.name, chat, 'business');
    await world.clock.sleep(body.delay, world.closing);
    return { status: 201, body: { presence: body.presence } };
  };
}

const findSchema = object({
  where: object({
    key: object({
      remoteJid: notEmpty('remoteJid').optional(),
      fromMe: flag().optional(),
      id: notEmpty('id').optional(),
    }).optional(),
  }).optional(),
  page: z.int().min(1).default(1),
  offset: z.int().min(1).default(50),
});

export function findMessages(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    const { where, page, offset } = validateBody(findSchema, req.body);
    const filter = where?.key ?? {};
    const { messages } = world.state;
    const candidates =
      filter.id === undefined
        ? messages.ofInstance(instance.name)
        : [messages.find(filter.id, instance.name)].filter((message) => message !== undefined);
    return { status: 200, body: find(candidates, filter, { page, offset }) };
  };
}

const numbersSchema = object({
  numbers: z.array(text()).min(1, { error: 'does not meet minimum length of 1' }),
});

export function whatsappNumbers(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    const { numbers } = validateBody(numbersSchema, req.body);
    if (instance.state !== 'open') throw connectionClosed();
    const body = numbers.map((each) => {
      const customer = world.state.customers.find(each);
      const isPlausible = /^\d{10,15}$/.test(each.replace(/\D/g, ''));
      const lid = customer?.lid === undefined ? undefined : `${customer.lid}@lid`;
      return {
        jid: jidOf(each),
        exists: customer?.onWhatsApp ?? isPlausible,
        number: each,
        name: customer?.name,
        lid,
      };
    });
    return { status: 200, body };
  };
}

const readSchema = object({
  readMessages: z.array(object({ id: notEmpty('id'), fromMe: flag(), remoteJid: notEmpty('remoteJid') })),
});

/** LID jids are passed over in silence: only a phone jid turns the customer's ticks blue. */
export function markMessageAsRead(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    const { readMessages } = validateBody(readSchema, req.body);
    if (instance.state !== 'open') throw connectionClosed();
    for (const { remoteJid } of readMessages) {
      if (!isLid(remoteJid)) readAsBusiness(world, instance.name, jidOf(remoteJid));
    }
    return { status: 201, body: { message: 'Read messages', read: 'success' } };
  };
}
