import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { reference, variableName } from '../fields';

const schema = z.object({
  flowId: reference,
  inputs: z
    .array(z.object({ name: variableName, value: z.string().max(2000) }))
    .max(20)
    .default([]),
  wait: z.boolean().default(true),
});

export const startSubflow = defineNode({
  kind: 'start_subflow',
  version: 1,
  family: 'action',
  schema,
  initial: {},
  words: words(
    ['Chamar outro fluxo', 'Começa outro fluxo publicado, e espera por ele ou não.'],
    ['Start another flow', 'Begins another published flow, and waits for it or not.'],
    ['Llamar otro flujo', 'Comienza otro flujo publicado, y lo espera o no.'],
  ),
  canFail: true,
  ports: () => [port('done')],
  outputs: () => ({ saidas: 'any' }),
  references: ({ flowId }) => [{ type: 'flow', id: flowId, field: 'flowId' }],
  writings: ({ inputs }) => inputs.map((_input, index) => write('template', 'inputs', index, 'value')),
  summary: ({ wait }) => (wait ? '' : '→'),
});
