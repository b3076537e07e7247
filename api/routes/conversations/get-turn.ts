import * as z from 'zod';
import { getTurn } from '../../../services/conversation/get-turn';
import { endpoint } from '../../endpoint';
import { time } from '../../schemas';

const traceSchema = z.object({
  prompt: z.array(z.object({ role: z.string(), content: z.string() })),
  passages: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      document: z.string(),
      score: z.number(),
      similarity: z.number(),
      coverage: z.number(),
    }),
  ),
  retrieval: z
    .enum(['hybrid', 'text'])
    .nullable()
    .default(null)
    .describe('How passages were looked for; text: by words alone, another model had made the vectors'),
  raw: z.string().nullable(),
  confidence: z.object({ value: z.number(), retrieval: z.number(), support: z.number() }).nullable(),
  threshold: z.number(),
  model: z.string().nullable(),
  costMicros: z.number().nullable().describe('Millionths of a US dollar at list price'),
  latency: z.object({ search: z.number(), model: z.number() }).describe('Milliseconds'),
  attempt: z.number().int(),
  problem: z.string().nullable(),
});

export const getTurnEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/conversations/{id}/turns/{turnId}',
  tag: 'conversations',
  summary: 'Why something was said',
  description:
    'Prompt, passages with scores, the model’s raw answer, confidence, tokens, cost, latency, decision.',
  role: 'ORG_AGENT',
  params: z.object({ id: z.uuid(), turnId: z.uuid() }),
  responses: {
    200: z.object({
      id: z.uuid(),
      decision: z.enum([
        'answered',
        'handover',
        'silenced',
        'stale',
        'fenced',
        'interrupted',
        'summary',
        'intent',
      ]),
      reason: z.string().nullable(),
      confidence: z.number().nullable(),
      promptTokens: z.number().int(),
      completionTokens: z.number().int(),
      createdAt: time,
      trace: traceSchema,
    }),
  },
  async handle({ deps, ctx, params }) {
    const turn = await getTurn(deps, ctx, { conversationId: params.id, turnId: params.turnId });
    return { status: 200, body: { ...turn, createdAt: turn.createdAt.toISOString() } };
  },
});
