import { Router, type Request } from 'express';
import { z } from 'zod';
import { assign, changeStatus } from '../../chatwoot/conversations';
import { AGENT_KEYS, USERS } from '../../chatwoot/people';
import { STATUSES, type Conversation } from '../../chatwoot/state/rows';
import { writeMessage } from '../../chatwoot/write-message';
import { param } from '../../http/param';
import type { World } from '../../world';
import { ControlError, missing } from '../control-error';
import { parse } from '../parse';
import { sampleMedia } from '../sample-media';
import { conversationDetail, conversationSummary, overview, screenMessage } from '../chatwoot-views';

const agent = z.enum(AGENT_KEYS);
const settingsSchema = z.strictObject({ signs: z.boolean() });
const messageSchema = z
  .strictObject({
    agent,
    text: z.string().min(1).max(150_000).optional(),
    private: z.boolean().default(false),
    attachment: z.enum(['image', 'audio', 'document', 'video']).optional(),
  })
  .refine(({ text, attachment }) => text !== undefined || attachment !== undefined, 'says nothing');
const statusSchema = z.strictObject({
  agent,
  status: z.enum(STATUSES),
  snoozedUntil: z.iso.datetime().optional(),
});
const assignSchema = z.strictObject({
  agent: agent.nullable(),
  by: agent.default('prosa'),
  status: z.enum(STATUSES).optional(),
});
const resendSchema = z.strictObject({
  times: z.int().min(1).max(1_000).default(1),
  parallel: z.boolean().default(true),
  event: z.string().optional(),
});
const dropSchema = z.strictObject({ next: z.int().min(0).max(10_000) });

/** Chatwoot's screen: what its people do there, and what its webhooks suffer. */
export function chatwootRoutes(world: World): Router {
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(overview(world));
  });
  router.patch('/', (req, res) => {
    Object.assign(world.state.chatwoot, parse(settingsSchema, req.body));
    world.changes.announce({ type: 'chatwoot' });
    res.json(overview(world));
  });
  router.post('/resend', async (req, res) => {
    const { times, parallel, event } = parse(resendSchema, req.body);
    const statuses = await world.chatwootWebhooks.resend({ times, parallel, event });
    if (statuses === null) throw new ControlError(409, 'nothing_sent', 'No such event was sent yet.');
    res.json({ times, parallel, statuses });
  });
  router.post('/drop', (req, res) => {
    world.chatwootWebhooks.dropping = parse(dropSchema, req.body).next;
    res.json({ next: world.chatwootWebhooks.dropping });
  });
  conversationRoutes(world, router);
  return router;
}

function conversationRoutes(world: World, router: Router): void {
  router.get('/conversations', (_req, res) => {
    const latestFirst = world.state.chatwoot.conversations
      .all()
      .sort((a, b) => b.lastActivityAt - a.lastActivityAt || b.id - a.id);
    res.json(latestFirst.map((conversation) => conversationSummary(world, conversation)));
  });
  router.get('/conversations/:id', (req, res) => {
    res.json(conversationDetail(world, conversationIn(world, req)));
  });
  router.delete('/conversations/:id', (req, res) => {
    world.state.chatwoot.removeConversation(conversationIn(world, req).id);
    world.changes.announce({ type: 'chatwoot' });
    res.status(204).end();
  });
  router.post('/conversations/:id/messages', (req, res) => {
    const conversation = conversationIn(world, req);
    const input = parse(messageSchema, req.body);
    conversation.agentSeenAt = world.clock.now();
    const message = writeMessage(world, conversation, USERS[input.agent], {
      content: input.text ?? null,
      private: input.private,
      files: input.attachment === undefined ? [] : [sampleFile(input.attachment)],
    });
    res.status(201).json(screenMessage(world, message));
  });
  router.post('/conversations/:id/status', (req, res) => {
    const conversation = conversationIn(world, req);
    const { agent: by, status, snoozedUntil } = parse(statusSchema, req.body);
    conversation.agentSeenAt = world.clock.now();
    changeStatus(world, conversation, USERS[by], {
      status,
      snoozedUntil: snoozedUntil === undefined ? null : Date.parse(snoozedUntil),
    });
    res.json(conversationSummary(world, conversation));
  });
  router.post('/conversations/:id/assign', (req, res) => {
    const conversation = conversationIn(world, req);
    const { agent: assignee, by, status } = parse(assignSchema, req.body);
    assign(world, conversation, USERS[by], assignee === null ? null : USERS[assignee], status);
    res.json(conversationSummary(world, conversation));
  });
}

function sampleFile(kind: 'image' | 'audio' | 'document' | 'video') {
  const { mimetype, fileName, base64 } = sampleMedia(kind);
  const type = mimetype.split(';')[0] ?? mimetype;
  const name = fileName ?? `amostra.${type.split('/')[1] ?? 'bin'}`;
  return { name, type, bytes: Buffer.from(base64 ?? '', 'base64') };
}

function conversationIn(world: World, req: Request): Conversation {
  const conversation = world.state.chatwoot.conversations.get(Number(param(req, 'id')));
  if (conversation === undefined) throw missing('conversation', param(req, 'id'));
  return conversation;
}
