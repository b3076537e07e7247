import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { param } from '../http/param';
import type { Instance } from '../state/instance';
import type { World } from '../world';
import { EvolutionError, notFound } from './evolution-error';

/**
 * The instance a route is about. It is looked up before the key is checked, so an unknown name answers 404
 * whatever the key.
 */
export function guardInstance(world: World, req: Request): Instance {
  const name = param(req, 'instanceName');
  const instance = world.state.instances.get(name);
  if (instance === undefined) throw notFound(`The "${name}" instance does not exist`);
  guardKey(world, req, instance);
  return instance;
}

/** The global key opens everything; an instance's own token opens that instance. */
export function guardKey(world: World, req: Request, instance?: Instance): void {
  const key = req.get('apikey');
  if (key !== undefined && isSame(key, world.apiKey)) return;
  if (key !== undefined && instance !== undefined && isSame(key, instance.token)) return;
  throw new EvolutionError(401, 'Unauthorized');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
