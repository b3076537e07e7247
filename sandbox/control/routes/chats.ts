import { Router } from 'express';
import { z } from 'zod';
import { isGroup } from '../../evolution/jid';
import { readAsBusiness, readAsCustomer } from '../../evolution/read-chat';
import { showTyping } from '../../evolution/show-typing';
import { writeMessage } from '../../evolution/write-message';
import { param } from '../../http/param';
import { query } from '../../http/query';
import type { Instance } from '../../state/instance';
import type { StoredMessage } from '../../state/message';
import type { World } from '../../world';
import { listChats } from '../chat-summary';
import { contentsOf } from '../contents-of';
import { ControlError, missing } from '../control-error';
import { chatIn, customerIn, instanceIn } from '../lookup';
import { messageInputSchema, type MessageInput } from '../message-input';
import { chatView } from '../message-view';
import { parse } from '../parse';

const pageSchema = z.object({ limit: z.coerce.number().int().min(1).max(2_000).default(500) });
const typingSchema = z.strictObject({
  ms: z.int().min(0).max(60_000).default(5_000),
  how: z.enum(['composing', 'recording']).default('composing'),
});
const readSchema = z.strictObject({ as: z.enum(['customer', 'business']).default('customer') });

export function chatRoutes(world: World): Router {
  const router = Router();
  router.get('/', (req, res) => {
    res.json(listChats(world, { instance: query(req, 'instance'), customer: query(req, 'customer') }));
  });
  router.get('/:instance/:number/messages', (req, res) => {
    const messages = world.state.messages.inChat(instanceIn(world, req).name, chatIn(world, req));
    const { limit } = parse(pageSchema, req.query);
    res.json(chatView(world, messages).slice(-limit));
  });
  router.post('/:instance/:number/messages', (req, res) => {
    const instance = instanceIn(world, req);
    const input = parse(messageInputSchema, req.body);
    requirePhone(instance);
    const written = write(world, instance, input, param(req, 'number'));
    res
      .status(201)
      .json({ messages: written.map((message) => chatView(world, [message])[0] ?? message.wire.key) });
  });
  router.post('/:instance/:number/typing', (req, res) => {
    const instance = instanceIn(world, req);
    const { ms, how } = parse(typingSchema, req.body);
    requirePhone(instance);
    showTyping(world, instance, customerIn(world, req), ms, how);
    res.status(202).json({ ms });
  });
  router.post('/:instance/:number/read', (req, res) => {
    const { as } = parse(readSchema, req.body);
    const { name } = instanceIn(world, req);
    const read = as === 'customer' ? readAsCustomer : readAsBusiness;
    res.json({ read: read(world, name, chatIn(world, req)) });
  });
  return router;
}

function requirePhone(instance: Instance): void {
  if (instance.ownerJid !== null) return;
  throw new ControlError(
    409,
    'not_paired',
    'No phone is paired with this instance, so nobody can be written to.',
  );
}

function write(world: World, instance: Instance, input: MessageInput, address: string): StoredMessage[] {
  const group = isGroup(address) ? address : input.group;
  const customer = isGroup(address) ? undefined : world.state.customers.findOrMeet(address);
  // In a group the owner writes as the business; a customer has to be named.
  const author = customer ?? (input.from === 'owner' ? world.state.customers.all()[0] : undefined);
  if (author === undefined) throw missing('customer', address);
  const quoted =
    input.quote === undefined ? undefined : world.state.messages.find(input.quote, instance.name);
  if (input.quote !== undefined && quoted === undefined) throw missing('message', input.quote);
  return contentsOf(world, instance.name, input).map((content) =>
    writeMessage(world, {
      instance,
      customer: author,
      by: input.from,
      content,
      at: input.timestamp === undefined ? undefined : input.timestamp * 1_000,
      group,
      quoted,
      id: input.id,
    }),
  );
}
