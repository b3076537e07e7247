import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { reference, template } from '../fields';

const schema = z.object({
  knowledgeIds: z.array(reference).min(1).max(20),
  question: template(2000),
  topK: z.int().min(1).max(10).default(5),
  confidence: z.number().min(0).max(1).default(0.5),
  citeSources: z.boolean().default(false),
  tone: z.string().max(200).default(''),
  send: z.boolean().default(true),
});

export const ragAnswer = defineNode({
  kind: 'rag_answer',
  version: 1,
  family: 'action',
  schema,
  initial: { knowledgeIds: [], question: '{{ gatilho.texto }}' },
  words: words(
    [
      'Responder com os documentos',
      'Responde com o que os documentos dizem; sem confiança, sai pela outra saída.',
    ],
    [
      'Answer from documents',
      'Answers with what the documents say; without confidence it leaves by the other way.',
    ],
    [
      'Responder con los documentos',
      'Responde con lo que dicen los documentos; sin confianza, sale por la otra salida.',
    ],
  ),
  canFail: true,
  ports: () => [port('answered', { required: true }), port('not_confident', { required: true })],
  outputs: () => ({ texto: 'text', fontes: 'list', confianca: 'number' }),
  references: ({ knowledgeIds }) =>
    knowledgeIds.map((id, index) => ({ type: 'knowledge', id, field: `knowledgeIds.${index}` })),
  writings: () => [write('template', 'question')],
  messages: ({ send }) => (send ? 1 : 0),
  summary: ({ question }) => question,
});
