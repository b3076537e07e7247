import type { Answer } from '../../http/answer';
import { query } from '../../http/query';
import type { RouteHandler } from '../../http/stand-in-route';
import type { Instance } from '../../state/instance';
import type { World } from '../../world';
import { guardInstance } from '../guards';

export function connect(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    return answerConnect(world, instance, query(req, 'number'));
  };
}

/** Closed starts the QR codes; the failures of restart come as 200 with `error: true`. */
export function restart(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    if (instance.state === 'close') {
      const message = `The "${instance.name}" instance is not connected`;
      return { status: 200, body: { error: true, message } };
    }
    if (instance.state === 'connecting') return answerConnect(world, instance, undefined);
    void world.connections.drop(instance, world.timings.reconnectMs);
    return answerConnect(world, instance, undefined);
  };
}

export function connectionState(world: World): RouteHandler {
  return (req) => ({ status: 200, body: stateOf(guardInstance(world, req)) });
}

async function answerConnect(world: World, instance: Instance, number: string | undefined): Promise<Answer> {
  if (instance.state === 'open') return { status: 200, body: stateOf(instance) };
  if (instance.state === 'close') {
    world.connections.connect(instance, number);
    await world.clock.sleep(world.timings.connectMs, world.closing);
  }
  return { status: 200, body: world.connections.qrCode(instance) };
}

function stateOf(instance: Instance): object {
  return { instance: { instanceName: instance.name, state: instance.state } };
}
