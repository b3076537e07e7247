import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference, test, testWritings } from '../fields';

const schema = z.object({
  /** A node before this one. */
  target: reference,
  most: z.int().min(1).max(50).default(5),
  until: test.optional(),
});

export const loop = defineNode({
  kind: 'loop',
  version: 1,
  family: 'logic',
  schema,
  initial: { most: 5 },
  words: words(
    ['Voltar', 'Volta a um bloco anterior até valer a condição ("fim") ou até o limite de vezes.'],
    ['Back to', 'Goes back to an earlier node until the condition holds ("done") or the limit is reached.'],
    ['Volver', 'Vuelve a un bloque anterior hasta que se cumpla la condición ("fin") o hasta el límite.'],
  ),
  ports: ({ until }) => [
    ...(until ? [port('done', { required: true })] : []),
    port('limit', { required: true }),
  ],
  outputs: () => ({ vezes: 'number' }),
  jumps: ({ target }) => [{ handle: 'repeat', to: target, counted: true, field: 'target' }],
  writings: ({ until }) => (until ? testWritings(until, 'until') : []),
  summary: ({ most }) => `≤ ${most}`,
});
