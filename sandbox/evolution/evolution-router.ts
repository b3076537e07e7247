import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { EvolutionOp } from '../faults/fault';
import { errorHandler } from '../http/error-handler';
import { journalCall } from '../http/journal-call';
import { standInRoute, type RouteHandler } from '../http/stand-in-route';
import type { World } from '../world';
import { EvolutionError, evolutionErrorBody } from './evolution-error';
import { guardKey } from './guards';
import { findMessages, markMessageAsRead, sendPresence, whatsappNumbers } from './routes/chat';
import { connect, connectionState, restart } from './routes/connect';
import { createInstance } from './routes/create-instance';
import { deleteInstance, logout } from './routes/end-instance';
import { fetchInstances } from './routes/fetch-instances';
import { getBase64FromMediaMessage } from './routes/get-media';
import { fetchAllGroups } from './routes/groups';
import { sendMedia } from './routes/send-media';
import { sendText } from './routes/send-text';
import { findSettings, setSettings } from './routes/settings';
import { findWebhook, setWebhook } from './routes/webhook';

const VERSION = '2.3.6';
const BODY_LIMIT = '136mb';

type Method = 'get' | 'post' | 'delete';

const routes: [Method, string, EvolutionOp, (world: World) => RouteHandler][] = [
  ['post', '/instance/create', 'createInstance', createInstance],
  ['get', '/instance/fetchInstances', 'fetchInstances', fetchInstances],
  ['get', '/instance/connect/:instanceName', 'connect', connect],
  ['get', '/instance/connectionState/:instanceName', 'connectionState', connectionState],
  ['post', '/instance/restart/:instanceName', 'restart', restart],
  ['delete', '/instance/logout/:instanceName', 'logout', logout],
  ['delete', '/instance/delete/:instanceName', 'deleteInstance', deleteInstance],
  ['post', '/webhook/set/:instanceName', 'setWebhook', setWebhook],
  ['get', '/webhook/find/:instanceName', 'findWebhook', findWebhook],
  ['post', '/settings/set/:instanceName', 'setSettings', setSettings],
  ['get', '/settings/find/:instanceName', 'findSettings', findSettings],
  ['post', '/message/sendText/:instanceName', 'sendText', sendText],
  ['post', '/message/sendMedia/:instanceName', 'sendMedia', sendMedia],
  ['get', '/group/fetchAllGroups/:instanceName', 'fetchAllGroups', fetchAllGroups],
  ['post', '/chat/sendPresence/:instanceName', 'sendPresence', sendPresence],
  ['post', '/chat/findMessages/:instanceName', 'findMessages', findMessages],
  ['post', '/chat/whatsappNumbers/:instanceName', 'whatsappNumbers', whatsappNumbers],
  ['post', '/chat/markMessageAsRead/:instanceName', 'markMessageAsRead', markMessageAsRead],
  [
    'post',
    '/chat/getBase64FromMediaMessage/:instanceName',
    'getBase64FromMediaMessage',
    getBase64FromMediaMessage,
  ],
];

/** The Evolution API stand-in. */
export function evolutionRouter(world: World): Router {
  const router = Router();
  router.use(json({ limit: BODY_LIMIT }));
  router.get('/', welcome);
  router.post('/verify-creds', (req, res) => {
    guardKey(world, req);
    res.json({ status: 200, message: 'Credentials are valid' });
  });
  const standIn = { world, system: 'evolution', errorBody: evolutionErrorBody } as const;
  for (const [method, path, op, handler] of routes) {
    router[method](path, standInRoute(standIn, `evolution.${op}`, handler(world)));
  }
  router.use((req, res) => {
    journalCall(world.journal, 'evolution', req, res);
    res.status(404).json(evolutionErrorBody(404, [`Cannot ${req.method} ${req.url}`]));
  });
  router.use(errorHandler(world.closing, answerError(world)));
  return router;
}

const welcome: RequestHandler = (req, res) => {
  res.json({
    status: 200,
    message: 'Welcome to the Evolution API, it is working!',
    version: VERSION,
    clientName: 'evolution_exchange',
    manager: `${req.protocol}://${req.get('host') ?? 'localhost'}${req.baseUrl}/manager`,
    documentation: 'https://doc.evolution-api.com',
    whatsappWebVersion: '2.3000.1028442591',
  });
};

const parserError = z.object({ status: z.number(), message: z.string() });

function answerError(world: World) {
  return (error: unknown, res: Response): void => {
    if (error instanceof EvolutionError) {
      res.status(error.status).json(evolutionErrorBody(error.status, error.details));
      return;
    }
    const known = parserError.safeParse(error);
    if (!known.success) world.log.error({ err: error }, 'the Evolution stand-in failed');
    const status = known.success ? known.data.status : 500;
    const message = known.success ? known.data.message : 'Internal Server Error';
    res.status(status).json({ status, error: 'Internal Server Error', response: { message } });
  };
}
