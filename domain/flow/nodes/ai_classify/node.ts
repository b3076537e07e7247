import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { key, reference, repeatedIn, template } from '../fields';

const schema = z.object({
  agentId: reference.optional(),
  /** What is looked at. */
  text: template(2000),
  labels: z
    .array(z.object({ key, name: z.string().min(1).max(60), description: z.string().max(500).default('') }))
    .min(2)
    .max(20),
  threshold: z.number().min(0).max(1).default(0.5),
});

export const aiClassify = defineNode({
  kind: 'ai_classify',
  version: 1,
  family: 'action',
  schema,
  initial: { text: '{{ gatilho.texto }}', labels: [] },
  words: words(
    ['IA: classificar', 'A IA escolhe um rótulo; na dúvida, ou com nenhum, sai por "incerto".'],
    ['AI: classify', 'The AI picks a label; in doubt, or with none, it leaves by "unsure".'],
    ['IA: clasificar', 'La IA elige una etiqueta; con duda, o sin ninguna, sale por "incierto".'],
  ),
  canFail: true,
  ports: ({ labels }) => [
    ...labels.map((label) => port(`label:${label.key}`, { required: true, label: label.name })),
    port('unsure', { required: true }),
  ],
  outputs: () => ({ rotulo: 'text', confianca: 'number' }),
  references: ({ agentId }) =>
    agentId === undefined ? [] : [{ type: 'agent', id: agentId, field: 'agentId' }],
  writings: () => [write('template', 'text')],
  check: ({ labels }) => [
    ...repeatedIn(
      labels.map(({ name }) => name),
      'labels',
      'name',
    ),
    ...repeatedIn(
      labels.map((label) => label.key),
      'labels',
      'key',
    ),
  ],
  summary: ({ labels }) => labels.map(({ name }) => name).join(' / '),
});
