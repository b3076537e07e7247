import * as z from 'zod';
import {
  listStuck,
  listStuckEverywhere,
  type StuckConversation,
} from '../../../services/conversation/list-stuck';
import { endpoint } from '../../endpoint';
import { time } from '../../schemas';
import { stateSchema } from './conversation-schema';

const query = z.object({
  olderThanMs: z.coerce
    .number()
    .int()
    .min(0)
    .max(366 * 24 * 3_600_000)
    .optional()
    .describe('Milliseconds; the setting STUCK_AFTER_MS when left out'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const stuckSchema = z.object({
  tenantId: z.uuid(),
  conversationId: z.uuid(),
  workflowId: z.string().describe('Its workflow in the Temporal UI'),
  state: stateSchema,
  newestSeq: z.number().int().describe('Place of the newest customer message'),
  waitingSince: time.describe('Of the oldest customer message that nobody has answered'),
  ageMs: z.number().int(),
  accepted: z.boolean().describe('Its workflow was told of that message'),
});
const answer = z.object({ olderThanMs: z.number().int(), items: z.array(stuckSchema) });

export const listStuckEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/conversations/stuck',
  tag: 'conversations',
  summary: 'Conversations that wait for too long',
  description: 'Ids, states and ages, the oldest first.',
  role: 'ORG_ADMIN',
  query,
  responses: { 200: answer },
  async handle({ deps, ctx, query: { limit, olderThanMs = deps.env.stuckAfterMs } }) {
    return { status: 200, body: bodyOf(olderThanMs, await listStuck(deps, ctx, { olderThanMs, limit })) };
  },
});

export const adminStuckEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/admin/conversations/stuck',
  tag: 'admin',
  summary: 'Conversations of all tenants that wait for too long',
  description:
    'For operators: ids, states and ages, no words, names or numbers. See docs/runbooks/stuck-conversations.md.',
  role: 'SUPER_ADMIN',
  query,
  responses: { 200: answer },
  async handle({ deps, query: { limit, olderThanMs = deps.env.stuckAfterMs } }) {
    return {
      status: 200,
      body: bodyOf(olderThanMs, await listStuckEverywhere(deps, { olderThanMs, limit })),
    };
  },
});

function bodyOf(olderThanMs: number, rows: StuckConversation[]): z.input<typeof answer> {
  const now = Date.now();
  return {
    olderThanMs,
    items: rows.map((row) => ({
      ...row,
      workflowId: `conversation:${row.tenantId}:${row.conversationId}`,
      waitingSince: row.waitingSince.toISOString(),
      ageMs: now - row.waitingSince.getTime(),
    })),
  };
}
