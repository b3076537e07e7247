import type { RouteHandler } from '../../http/stand-in-route';
import type { World } from '../../world';
import { flag, object, text } from '../body-fields';
import { guardInstance } from '../guards';
import { validateBody } from '../validate-body';

/** All six switches have to be given. */
const schema = object({
  rejectCall: flag(),
  msgCall: text().default(''),
  groupsIgnore: flag(),
  alwaysOnline: flag(),
  readMessages: flag(),
  readStatus: flag(),
  syncFullHistory: flag(),
});

export function setSettings(world: World): RouteHandler {
  return (req) => {
    const instance = guardInstance(world, req);
    instance.settings = validateBody(schema, req.body);
    world.changes.announce({ type: 'instances' });
    const settings = { instanceName: instance.name, ...instance.settings };
    return { status: 201, body: { settings: { instanceName: instance.name, settings } } };
  };
}

export function findSettings(world: World): RouteHandler {
  return (req) => ({ status: 200, body: guardInstance(world, req).settings });
}
