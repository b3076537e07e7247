import * as z from 'zod';
import { NotFoundError } from '../../../domain/errors';
import { countConversations } from '../../../services/conversation/count-conversations';
import { findConversation, listConversations } from '../../../services/conversation/list-conversations';
import { listMessages } from '../../../services/conversation/list-messages';
import { markRead } from '../../../services/conversation/mark-read';
import { endpoint } from '../../endpoint';
import { idParams, pageOf, pageQuery } from '../../schemas';
import {
  conversationBody,
  conversationSchema,
  messageBody,
  messageSchema,
  stateSchema,
} from './conversation-schema';

export const listConversationsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/conversations',
  tag: 'conversations',
  summary: 'Conversations, newest message first',
  description:
    'Those that wait for a person (state AGUARDANDO_HUMANO) by priority, then the longest wait first.',
  role: 'ORG_AGENT',
  query: pageQuery.extend({
    state: stateSchema.optional(),
    resolved: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional(),
    assigned: z.literal('me').optional().describe('Those of the caller, or of a team of theirs'),
    q: z.string().trim().max(200).optional().describe('Words in names, phones and messages'),
  }),
  responses: { 200: pageOf(conversationSchema) },
  async handle({ deps, ctx, query }) {
    const page = await listConversations(deps, ctx, {
      state: query.state,
      resolved: query.resolved,
      q: query.q === '' ? undefined : query.q,
      assignedTo: query.assigned === 'me' ? ctx.userId : undefined,
      limit: query.limit,
      cursor: query.cursor,
    });
    return { status: 200, body: { items: page.items.map(conversationBody), nextCursor: page.nextCursor } };
  },
});

export const countConversationsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/conversations/counts',
  tag: 'conversations',
  summary: 'Open conversations by state',
  role: 'ORG_AGENT',
  responses: {
    200: z.object({
      IA_ATIVA: z.number().int(),
      AGUARDANDO_HUMANO: z.number().int(),
      HUMANO_RESPONDEU: z.number().int(),
    }),
  },
  async handle({ deps, ctx }) {
    return { status: 200, body: await countConversations(deps, ctx) };
  },
});

export const getConversationEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/conversations/{id}',
  tag: 'conversations',
  summary: 'One conversation',
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 200: conversationSchema },
  async handle({ deps, ctx, params }) {
    const row = await findConversation(deps, ctx, params.id);
    if (row === undefined) throw new NotFoundError('Conversation');
    return { status: 200, body: conversationBody(row) };
  },
});

export const listMessagesEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/conversations/{id}/messages',
  tag: 'conversations',
  summary: 'The timeline, oldest first',
  description: 'The first page is the newest; nextCursor leads to older ones.',
  role: 'ORG_AGENT',
  params: idParams,
  query: pageQuery,
  responses: { 200: pageOf(messageSchema) },
  async handle({ deps, ctx, params, query }) {
    const page = await listMessages(deps, ctx, {
      conversationId: params.id,
      limit: query.limit,
      cursor: query.cursor,
    });
    return { status: 200, body: { items: page.items.map(messageBody), nextCursor: page.nextCursor } };
  },
});

export const markReadEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/read',
  tag: 'conversations',
  summary: 'Mark as read',
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await markRead(deps, ctx, params.id);
    return { status: 204 };
  },
});
