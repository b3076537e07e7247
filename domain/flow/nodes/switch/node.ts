import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { key, repeatedIn, test, testWritings } from '../fields';

const schema = z.object({
  cases: z
    .array(z.object({ key, name: z.string().min(1).max(60), when: test }))
    .min(1)
    .max(10),
  onMismatch: z.enum(['else', 'fail']).default('else'),
});

export const switchNode = defineNode({
  kind: 'switch',
  version: 1,
  family: 'logic',
  schema,
  initial: { cases: [] },
  words: words(
    ['Vários caminhos', 'Sai pelo primeiro caminho que vale, senão por "senão".'],
    ['Switch', 'Leaves by the first way that holds, otherwise by "else".'],
    ['Varios caminos', 'Sale por el primer camino que se cumple; si no, por "si no".'],
  ),
  canFail: true,
  ports: ({ cases }) => [
    ...cases.map((each) => port(`case:${each.key}`, { required: true, label: each.name })),
    port('else', { required: true }),
  ],
  writings: ({ cases }) => cases.flatMap(({ when }, index) => testWritings(when, 'cases', index, 'when')),
  check: ({ cases }) => [
    ...repeatedIn(
      cases.map(({ name }) => name),
      'cases',
      'name',
    ),
    ...repeatedIn(
      cases.map((each) => each.key),
      'cases',
      'key',
    ),
  ],
  summary: ({ cases }) => cases.map(({ name }) => name).join(' / '),
});
