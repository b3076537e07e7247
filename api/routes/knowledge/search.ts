import * as z from 'zod';
import { searchKnowledge } from '../../../services/knowledge/search-knowledge';
import { endpoint } from '../../endpoint';

export const searchKnowledgeEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/knowledge/search',
  tag: 'knowledge',
  summary: 'What the AI would find for a question',
  role: 'ORG_AGENT',
  query: z.object({
    q: z.string().trim().min(1).max(1_000),
    limit: z.coerce.number().int().min(1).max(50).default(5),
  }),
  responses: {
    200: z.object({
      retrieval: z
        .enum(['hybrid', 'text'])
        .describe('text: by words alone, until what another model has indexed is indexed anew'),
      items: z.array(
        z.object({
          text: z.string(),
          score: z.number().describe('0 to 1: 0.75 × similarity + 0.25 × coverage'),
          similarity: z.number().describe('Cosine of the embeddings'),
          coverage: z.number().describe('Share of the question’s words that the passage holds'),
          document: z.string(),
        }),
      ),
    }),
  },
  async handle({ deps, ctx, query }) {
    const found = await searchKnowledge(deps, ctx, { question: query.q, limit: query.limit });
    return { status: 200, body: { items: found.passages, retrieval: found.retrieval } };
  },
});
