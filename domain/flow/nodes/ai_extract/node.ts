import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { flowType, reference, repeatedIn, template, variableName } from '../fields';

const schema = z.object({
  agentId: reference.optional(),
  text: template(4000),
  fields: z
    .array(
      z.object({
        name: variableName,
        type: flowType,
        description: z.string().max(500).default(''),
        required: z.boolean().default(true),
      }),
    )
    .min(1)
    .max(20),
  threshold: z.number().min(0).max(1).default(0.5),
});

export const aiExtract = defineNode({
  kind: 'ai_extract',
  version: 1,
  family: 'action',
  schema,
  initial: { text: '{{ gatilho.texto }}', fields: [] },
  words: words(
    ['IA: extrair', 'A IA tira campos de um texto; na dúvida, sai por "incerto".'],
    ['AI: extract', 'The AI takes fields out of a text; in doubt it leaves by "unsure".'],
    ['IA: extraer', 'La IA saca campos de un texto; con duda, sale por "incierto".'],
  ),
  canFail: true,
  ports: () => [port('out'), port('unsure', { required: true })],
  outputs: ({ fields }) => ({
    campos: Object.fromEntries(fields.map(({ name, type }) => [name, type])),
    confianca: 'number',
  }),
  references: ({ agentId }) =>
    agentId === undefined ? [] : [{ type: 'agent', id: agentId, field: 'agentId' }],
  writings: () => [write('template', 'text')],
  check: ({ fields }) =>
    repeatedIn(
      fields.map(({ name }) => name),
      'fields',
      'name',
    ),
  summary: ({ fields }) => fields.map(({ name }) => name).join(', '),
});
