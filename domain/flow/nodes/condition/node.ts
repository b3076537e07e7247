import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { test, testWritings } from '../fields';

const schema = z.object({
  when: test,
  /** What a value of the wrong type does. */
  onMismatch: z.enum(['else', 'fail']).default('else'),
});

export const condition = defineNode({
  kind: 'condition',
  version: 1,
  family: 'logic',
  schema,
  initial: {
    when: {
      join: 'all',
      groups: [{ join: 'all', rules: [{ left: 'contato.nome', operator: 'not_empty' }] }],
    },
  },
  words: words(
    ['Condição', 'Sai por "sim" quando vale, senão por "senão".'],
    ['Condition', 'Leaves by "yes" when it holds, otherwise by "else".'],
    ['Condición', 'Sale por "sí" cuando se cumple; si no, por "si no".'],
  ),
  canFail: true,
  ports: () => [port('yes', { required: true }), port('else', { required: true })],
  writings: ({ when }) => testWritings(when, 'when'),
  summary: ({ when }) =>
    'expression' in when
      ? when.expression
      : when.groups
          .flatMap(({ rules }) => rules.map(({ left, operator, right }) => `${left} ${operator} ${right}`))
          .join('; '),
});
