import * as z from 'zod';
import {
  getKnowledgeText,
  type KnowledgeText,
  saveKnowledgeText,
} from '../../../services/knowledge/knowledge-text';
import { endpoint } from '../../endpoint';
import { time } from '../../schemas';

const knowledgeSchema = z.object({
  documentId: z.uuid().nullable().describe('What flows name it by; null before the first text'),
  text: z.string(),
  characters: z.number().int(),
  limit: z.number().int().describe('Characters the text may have'),
  status: z.enum(['empty', 'indexing', 'indexed', 'failed']),
  phase: z.enum(['pending', 'chunking', 'embedding']).nullable().describe('What the indexing does right now'),
  chunks: z.number().int(),
  chunksDone: z.number().int().describe('Chunks indexed so far'),
  error: z.string().nullable().describe('Why the indexing failed; the text before it goes on answering'),
  updatedAt: time.nullable(),
});

export const getKnowledgeEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/knowledge',
  tag: 'knowledge',
  summary: 'The knowledge text and its indexing',
  role: 'ORG_AGENT',
  responses: { 200: knowledgeSchema },
  async handle({ deps, ctx }) {
    return { status: 200, body: view(await getKnowledgeText(deps, ctx)) };
  },
});

export const putKnowledgeEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/knowledge',
  tag: 'knowledge',
  summary: 'Save the knowledge text and index it',
  description: 'Answers before the indexing is done; the text before it answers customers until then.',
  role: 'ORG_MANAGER',
  body: z.strictObject({ text: z.string() }),
  responses: { 202: knowledgeSchema },
  async handle({ deps, ctx, body }) {
    return { status: 202, body: view(await saveKnowledgeText(deps, ctx, body.text)) };
  },
});

function view(knowledge: KnowledgeText): z.input<typeof knowledgeSchema> {
  return { ...knowledge, updatedAt: knowledge.updatedAt?.toISOString() ?? null };
}
