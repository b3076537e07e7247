import * as z from 'zod';
import {
  type ChatwootView,
  connectChatwoot,
  disconnectChatwoot,
  getChatwoot,
} from '../../../services/chatwoot/connection';
import { endpoint } from '../../endpoint';
import { time } from '../../schemas';

const connectionSchema = z.object({
  baseUrl: z.string(),
  accountId: z.int(),
  accountName: z.string(),
  status: z
    .enum(['active', 'refused'])
    .describe('refused: the token is not taken any more; give another one'),
  problem: z.string().nullable(),
  hears: z.boolean().describe('Told at once what happens there; false: looked for once a minute'),
  signed: z.boolean().describe('What it tells is signed: since Chatwoot 4.11.2'),
  connectedAt: time,
  heardAt: time.nullable().describe('When it told us something last'),
  conversations: z.object({
    synced: z.int().describe('That stand there'),
    refused: z.int().describe('Of which Chatwoot took something not, last'),
  }),
});

const bodySchema = z.object({ connection: connectionSchema.nullable().describe('null: none is connected') });

function asBody(view: ChatwootView | null): z.input<typeof bodySchema> {
  if (view === null) return { connection: null };
  const { connectedAt, heardAt } = view;
  return {
    connection: { ...view, connectedAt: connectedAt.toISOString(), heardAt: heardAt?.toISOString() ?? null },
  };
}

const PATH = '/api/v1/integrations/chatwoot';

const getChatwootEndpoint = endpoint({
  method: 'get',
  path: PATH,
  tag: 'integrations',
  summary: 'The Chatwoot that conversations are kept the same with',
  role: 'ORG_ADMIN',
  responses: { 200: bodySchema },
  async handle({ deps, ctx }) {
    return { status: 200, body: asBody(await getChatwoot(deps, ctx)) };
  },
});

const connectChatwootEndpoint = endpoint({
  method: 'put',
  path: PATH,
  tag: 'integrations',
  summary: 'Connect a Chatwoot, or give its connection another token',
  description:
    'Each number becomes an API inbox there, made when its first conversation comes. What was said before is not copied.',
  role: 'ORG_ADMIN',
  body: z.strictObject({
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .describe('Where Chatwoot is, without /app'),
    accountId: z.int().positive().max(2_147_483_647).describe('The number in its address: /app/accounts/1'),
    token: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .regex(/^[\x21-\x7e]+$/)
      .optional()
      .describe('Of an administrator there; may be left out when only reconnecting the same account'),
  }),
  responses: { 200: bodySchema },
  async handle({ deps, ctx, body }) {
    return { status: 200, body: asBody(await connectChatwoot(deps, ctx, body)) };
  },
});

const disconnectChatwootEndpoint = endpoint({
  method: 'delete',
  path: PATH,
  tag: 'integrations',
  summary: 'End the connection to Chatwoot; what stands there stays',
  role: 'ORG_ADMIN',
  responses: { 204: null },
  async handle({ deps, ctx }) {
    await disconnectChatwoot(deps, ctx);
    return { status: 204 };
  },
});

export const chatwootEndpoints = [getChatwootEndpoint, connectChatwootEndpoint, disconnectChatwootEndpoint];
