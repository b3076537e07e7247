import * as z from 'zod';
import { setPriority } from '../../../services/conversation/set-priority';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';
import { prioritySchema } from './conversation-schema';

export const setPriorityEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/conversations/{id}/priority',
  tag: 'conversations',
  summary: 'Say how soon a person should look',
  description: 'Rules may raise it later and never lower it.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ priority: prioritySchema }),
  responses: { 204: null },
  async handle({ deps, ctx, params, body }) {
    await setPriority(deps, ctx, { conversationId: params.id, priority: body.priority });
    return { status: 204 };
  },
});
