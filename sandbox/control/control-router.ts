import { json, Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { errorHandler } from '../http/error-handler';
import { timingsSchema } from '../timings';
import type { World } from '../world';
import { ControlError } from './control-error';
import { streamEvents } from './event-stream';
import { instanceView } from './instance-view';
import { parse } from './parse';
import type { StateView } from './views';
import { chatRoutes } from './routes/chats';
import { chatwootRoutes } from './routes/chatwoot';
import { customerRoutes, customerView } from './routes/customers';
import { faultRoutes } from './routes/faults';
import { instanceRoutes } from './routes/instances';
import { journalRoutes } from './routes/journal';
import { mailRoutes } from './routes/mails';
import { mediaRoutes, messageRoutes } from './routes/messages';

/** Where tests, demos and the page turn the knobs. */
export function controlRouter(world: World): Router {
  const router = Router();
  router.use(json({ limit: '20mb' }));
  router.get('/state', (_req, res) => {
    const state: StateView = {
      instances: [...world.state.instances.values()].map((instance) => instanceView(world, instance)),
      // A load test makes thousands of strangers; the page is about people with a name.
      customers: world.state.customers
        .all()
        .filter(({ known }) => known)
        .map(customerView),
      faults: world.faults.list(),
      timings: world.timings,
    };
    res.json(state);
  });
  router.patch('/timings', (req, res) => {
    Object.assign(world.timings, parse(timingsSchema.partial().strict(), req.body));
    world.changes.announce({ type: 'timings' });
    res.json(world.timings);
  });
  router.get('/events', (req, res) => streamEvents(world, req, res));
  router.use('/instances', instanceRoutes(world));
  router.use('/customers', customerRoutes(world));
  router.use('/chats', chatRoutes(world));
  router.use('/messages', messageRoutes(world));
  router.use('/media', mediaRoutes(world));
  router.use('/faults', faultRoutes(world));
  router.use('/chatwoot', chatwootRoutes(world));
  router.use('/journal', journalRoutes(world));
  router.use('/mails', mailRoutes(world));
  router.use((req: Request) => {
    throw new ControlError(404, 'not_found', `There is no ${req.method} ${req.originalUrl}.`);
  });
  router.use(errorHandler(world.closing, answerError(world)));
  return router;
}

const parserError = z.object({ status: z.number(), message: z.string() });

function answerError(world: World) {
  return (error: unknown, res: Response): void => {
    const known = parserError.safeParse(error);
    if (!known.success) world.log.error({ err: error }, 'the control API failed');
    const status = known.success ? known.data.status : 500;
    const code = error instanceof ControlError ? error.code : known.success ? 'invalid_body' : 'internal';
    const message = known.success ? known.data.message : 'Something went wrong.';
    const issues = error instanceof ControlError ? error.issues : undefined;
    res.status(status).json({ error: { code, message, issues } });
  };
}
