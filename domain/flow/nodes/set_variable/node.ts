import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { flowType, variableName } from '../fields';

const schema = z.object({
  assignments: z
    .array(
      z.object({
        scope: z.enum(['run', 'contact', 'conversation']).default('run'),
        name: variableName,
        type: flowType.default('text'),
        value: z.union([
          z.object({ template: z.string().max(4096) }),
          z.object({ expression: z.string().min(1).max(2000) }),
        ]),
      }),
    )
    .min(1)
    .max(20),
});

export const setVariable = defineNode({
  kind: 'set_variable',
  version: 1,
  family: 'logic',
  schema,
  initial: { assignments: [] },
  words: words(
    ['Definir variável', 'Guarda valores no fluxo, no contato ou na conversa.'],
    ['Set variable', 'Keeps values in the run, the contact or the conversation.'],
    ['Definir variable', 'Guarda valores en el flujo, el contacto o la conversación.'],
  ),
  canFail: true,
  ports: () => [port('out')],
  assigns: ({ assignments }) =>
    Object.fromEntries(
      assignments.filter(({ scope }) => scope === 'run').map(({ name, type }) => [name, type]),
    ),
  writings: ({ assignments }) =>
    assignments.map(({ value }, index) =>
      'template' in value
        ? write('template', 'assignments', index, 'value', 'template')
        : write('expression', 'assignments', index, 'value', 'expression'),
    ),
  summary: ({ assignments }) => assignments.map(({ name }) => name).join(', '),
});
