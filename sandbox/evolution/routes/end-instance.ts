import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { badRequest } from '../evolution-error';
import { guardInstance } from '../guards';

export function logout(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    if (instance.state === 'close') {
      throw badRequest(`The "${instance.name}" instance is not connected`);
    }
    world.connections.close(instance);
    await world.save();
    return success('Instance logged out');
  };
}

/** Logs out first where needed, and takes the instance's messages with it. */
export function deleteInstance(world: World): RouteHandler {
  return async (req) => {
    const instance = guardInstance(world, req);
    const { name, id } = instance;
    if (instance.state !== 'close') world.connections.close(instance);
    world.connections.forget(instance);
    void world.webhooks.emit(instance, {
      event: 'instance.delete',
      data: { instanceName: name, instanceId: id },
    });
    void world.webhooks.emit(instance, { event: 'remove.instance', data: null });
    world.state.instances.delete(name);
    world.state.messages.forgetInstance(name);
    world.changes.announce({ type: 'instances' });
    await world.save();
    return success('Instance deleted');
  };
}

function success(message: string) {
  return { status: 200, body: { status: 'SUCCESS', error: false, response: { message } } };
}
