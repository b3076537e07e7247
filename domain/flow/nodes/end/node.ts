import * as z from 'zod';
import { defineNode, words, write } from '../../define-node';
import { repeatedIn, variableName } from '../fields';

const schema = z.object({
  status: z.enum(['success', 'failure']).default('success'),
  outputs: z
    .array(z.object({ name: variableName, value: z.string().max(2000) }))
    .max(20)
    .default([]),
  resolveConversation: z.boolean().default(false),
});

const ENDS = {
  success: { 'pt-BR': 'Termina bem', en: 'Ends well', es: 'Termina bien' },
  failure: { 'pt-BR': 'Termina como falha', en: 'Ends as a failure', es: 'Termina como falla' },
} as const;

export const end = defineNode({
  kind: 'end',
  version: 1,
  family: 'action',
  schema,
  initial: {},
  words: words(
    ['Fim', 'Termina o fluxo, com saídas para quem o chamou; pode encerrar a conversa que está com a IA.'],
    ['End', 'Ends the flow, with outputs for who called it; may resolve a conversation that the AI has.'],
    [
      'Fin',
      'Termina el flujo, con salidas para quien lo llamó; puede cerrar la conversación que tiene la IA.',
    ],
  ),
  ports: () => [],
  writings: ({ outputs }) => outputs.map((_output, index) => write('template', 'outputs', index, 'value')),
  check: ({ outputs }) =>
    repeatedIn(
      outputs.map(({ name }) => name),
      'outputs',
      'name',
    ),
  summary: ({ status }, locale) => ENDS[status][locale],
});
