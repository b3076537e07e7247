import type { Request, RequestHandler, Response } from 'express';
import type { Fault, FaultTarget } from '../faults/fault';
import { sufferBefore, writeAnswer, type ErrorBody } from '../faults/faulty-answer';
import type { ReceivedEntry } from '../journal/journal';
import type { World } from '../world';
import type { Answer } from './answer';
import { journalCall } from './journal-call';

interface StandIn {
  world: World;
  system: ReceivedEntry['system'];
  errorBody: ErrorBody;
}

/** Faults the route may have to play itself, such as a model's refusal. */
export type RouteHandler = (req: Request, faults: Fault[]) => Answer | Promise<Answer>;

/**
 * One call of an outside system: noted in the journal, spoiled where a fault says so, answered by the handler.
 */
export function standInRoute(
  { world, system, errorBody }: StandIn,
  target: FaultTarget,
  handler: RouteHandler,
): RequestHandler {
  return async (req: Request, res: Response) => {
    const entry = journalCall(world.journal, system, req, res);
    const instance = req.params['instanceName'];
    const faults = world.faults.take(target, {
      method: req.method,
      instance: typeof instance === 'string' ? instance : undefined,
      text: () => JSON.stringify(req.body ?? ''),
    });
    entry.faults = faults.map(({ kind }) => kind);
    const exchange = { res, clock: world.clock, errorBody };
    if (await sufferBefore(faults, exchange)) return;
    await writeAnswer(await handler(req, faults), faults, exchange);
  };
}
