import type { Request } from 'express';
import { query } from '../../http/query';
import type { RouteHandler } from '../../http/stand-in-route';
import type { Instance } from '../../state/instance';
import type { World } from '../../world';
import { EvolutionError, notFound } from '../evolution-error';

export function fetchInstances(world: World): RouteHandler {
  return (req) => {
    const all = visibleTo(world, req);
    const name = query(req, 'instanceName');
    const id = query(req, 'instanceId');
    const number = query(req, 'number');
    const found = all.filter(
      (instance) =>
        (name === undefined || instance.name === name) &&
        (id === undefined || instance.id === id) &&
        (number === undefined || instance.number === number),
    );
    if (name !== undefined && found.length === 0) {
      throw notFound(`Instance "${name}" not found`);
    }
    return { status: 200, body: found.map((instance) => rowOf(world, instance)) };
  };
}

/** An instance's token sees that instance only. */
function visibleTo(world: World, req: Request): Instance[] {
  const key = req.get('apikey');
  const all = [...world.state.instances.values()];
  if (key === world.apiKey) return all;
  const own = all.filter(({ token }) => token === key);
  if (own.length === 0) throw new EvolutionError(401, 'Unauthorized');
  return own;
}

function rowOf(world: World, instance: Instance): object {
  const chats = world.state.messages.chats().filter((chat) => chat.instance === instance.name);
  const messages = chats.reduce((sum, chat) => sum + chat.messages.length, 0);
  return {
    id: instance.id,
    name: instance.name,
    connectionStatus: instance.state,
    ownerJid: instance.ownerJid,
    profileName: instance.profileName,
    profilePicUrl: null,
    integration: instance.integration,
    number: instance.number,
    businessId: null,
    token: instance.token,
    clientName: 'evolution_exchange',
    disconnectionReasonCode: instance.disconnectionReasonCode,
    disconnectionObject: null,
    disconnectionAt: instance.disconnectionAt,
    createdAt: instance.createdAt,
    updatedAt: instance.updatedAt,
    Chatwoot: null,
    Proxy: null,
    Rabbitmq: null,
    Nats: null,
    Sqs: null,
    Websocket: null,
    Setting: { ...instance.settings, instanceId: instance.id },
    _count: { Message: messages, Contact: chats.length, Chat: chats.length },
  };
}
