import { json, Router, urlencoded, type Response } from 'express';
import { z } from 'zod';
import type { ChatwootOp } from '../faults/fault';
import { errorHandler } from '../http/error-handler';
import { journalCall } from '../http/journal-call';
import { readForm } from '../http/read-form';
import { standInRoute, type RouteHandler } from '../http/stand-in-route';
import type { World } from '../world';
import { ChatwootError, chatwootStatusBody, couldNotCreate } from './chatwoot-error';
import type { ChatwootHandler } from './chatwoot-route';
import { guardAccount, guardToken } from './guards';
import * as contacts from './routes/contacts';
import * as changes from './routes/conversation-changes';
import * as conversations from './routes/conversations';
import { redirectToFile, serveFile } from './routes/files';
import { filterContacts } from './routes/filter-contacts';
import * as inboxes from './routes/inboxes';
import * as messages from './routes/messages';
import { showProfile } from './routes/profile';
import * as webhooks from './routes/webhooks';

const BODY_LIMIT = '45mb';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const CONVERSATION = '/conversations/:id';

/** Below `/api/v1/accounts/:accountId`. */
const routes: [Method, string, ChatwootOp, ChatwootHandler][] = [
  ['get', '/inboxes', 'inboxes', inboxes.listInboxes],
  ['post', '/inboxes', 'inboxes', inboxes.createInbox],
  ['get', '/inboxes/:id', 'inboxes', inboxes.showInbox],
  ['get', '/contacts', 'contacts', contacts.listContacts],
  ['post', '/contacts', 'contacts', contacts.createContactRoute],
  ['get', '/contacts/search', 'contacts', contacts.searchContacts],
  ['post', '/contacts/filter', 'contacts', filterContacts],
  ['get', '/contacts/:id', 'contacts', contacts.showContact],
  ['put', '/contacts/:id', 'contacts', contacts.updateContactRoute],
  ['patch', '/contacts/:id', 'contacts', contacts.updateContactRoute],
  ['get', '/contacts/:id/conversations', 'contacts', contacts.listContactConversations],
  ['post', '/contacts/:id/contact_inboxes', 'contacts', contacts.linkContactRoute],
  ['get', '/conversations', 'conversations', conversations.listConversations],
  ['post', '/conversations', 'conversations', conversations.createConversationRoute],
  ['get', CONVERSATION, 'conversations', conversations.showConversation],
  ['patch', CONVERSATION, 'conversations', changes.updateConversation],
  ['post', `${CONVERSATION}/toggle_status`, 'conversations', changes.toggleStatus],
  ['post', `${CONVERSATION}/toggle_priority`, 'conversations', changes.togglePriority],
  ['post', `${CONVERSATION}/toggle_typing_status`, 'conversations', changes.toggleTyping],
  ['post', `${CONVERSATION}/assignments`, 'conversations', changes.createAssignment],
  ['post', `${CONVERSATION}/custom_attributes`, 'conversations', changes.setCustomAttributes],
  ['get', `${CONVERSATION}/labels`, 'conversations', changes.listLabels],
  ['post', `${CONVERSATION}/labels`, 'conversations', changes.setLabels],
  ['get', `${CONVERSATION}/messages`, 'messages', messages.listMessages],
  ['post', `${CONVERSATION}/messages`, 'messages', messages.createMessage],
  ['patch', `${CONVERSATION}/messages/:messageId`, 'messages', messages.updateMessage],
  ['get', '/webhooks', 'webhooks', webhooks.listWebhooks],
  ['post', '/webhooks', 'webhooks', webhooks.createWebhook],
  ['put', '/webhooks/:id', 'webhooks', webhooks.updateWebhook],
  ['patch', '/webhooks/:id', 'webhooks', webhooks.updateWebhook],
  ['delete', '/webhooks/:id', 'webhooks', webhooks.deleteWebhook],
];

/** The Chatwoot stand-in. */
export function chatwootRouter(world: World): Router {
  const router = Router();
  const standIn = { world, system: 'chatwoot', errorBody: chatwootStatusBody } as const;
  router.use(json({ limit: BODY_LIMIT }), urlencoded({ extended: true, limit: BODY_LIMIT }));
  router.use(readForm({ limit: BODY_LIMIT, refuse: () => couldNotCreate('bad content body') }));
  router.get('/api/v1/profile', standInRoute(standIn, 'chatwoot.profile', answering(world, showProfile)));
  for (const [method, path, op, handler] of routes) {
    const checked: ChatwootHandler = (call) => {
      guardAccount(call.req);
      return handler(call);
    };
    router[method](
      `/api/v1/accounts/:accountId${path}`,
      standInRoute(standIn, `chatwoot.${op}`, answering(world, checked)),
    );
  }
  router.get('/rails/active_storage/blobs/redirect/:key/:name', redirectToFile(world));
  router.get('/rails/active_storage/disk/:key/:name', serveFile(world));
  router.use((req, res) => {
    journalCall(world.journal, 'chatwoot', req, res);
    throw new ChatwootError(404, { status: 404, error: 'Not Found' });
  });
  router.use(errorHandler(world.closing, answerError(world)));
  return router;
}

function answering(world: World, handler: ChatwootHandler): RouteHandler {
  return (req) => handler({ world, req, caller: guardToken(req) });
}

const parserError = z.object({ status: z.number(), type: z.string() });

function answerError(world: World) {
  return (error: unknown, res: Response): void => {
    if (error instanceof ChatwootError) {
      res.status(error.status).json(error.body);
      return;
    }
    const known = parserError.safeParse(error);
    if (!known.success) world.log.error({ err: error }, 'the Chatwoot stand-in failed');
    const status = known.success ? known.data.status : 500;
    res.status(status).json(chatwootStatusBody(status));
  };
}
