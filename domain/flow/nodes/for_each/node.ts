import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { path } from '../fields';

const schema = z.object({
  list: path,
  /** Of the list's items, at most. */
  most: z.int().min(1).max(500).default(100),
  atOnce: z.int().min(1).max(5).default(1),
  onItemError: z.enum(['stop', 'skip', 'collect']).default('stop'),
});

export const forEach = defineNode({
  kind: 'for_each',
  version: 1,
  family: 'logic',
  schema,
  initial: {},
  words: words(
    [
      'Para cada',
      'Faz o caminho "cada" com cada item da lista, e depois sai por "fim". Sem perguntas dentro.',
    ],
    [
      'For each',
      'Goes the way "each" with every item of the list, then leaves by "done". No questions inside.',
    ],
    [
      'Para cada',
      'Hace el camino "cada" con cada elemento de la lista y sale por "fin". Sin preguntas dentro.',
    ],
  ),
  canFail: true,
  ports: () => [port('each', { required: true, body: true }), port('done', { required: true })],
  outputs: () => ({ resultados: 'list', falhas: 'list', total: 'number' }),
  writings: () => [write('path', 'list')],
  summary: ({ list }) => list,
});
