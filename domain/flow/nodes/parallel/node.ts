import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { key, repeatedIn } from '../fields';

const schema = z
  .object({
    branches: z
      .array(z.object({ key, name: z.string().min(1).max(60) }))
      .min(2)
      .max(5),
    join: z.discriminatedUnion('of', [
      z.object({ of: z.literal('all') }),
      z.object({ of: z.literal('first') }),
      z.object({ of: z.literal('some'), count: z.int().min(1).max(5) }),
    ]),
    onBranchError: z.enum(['fail', 'collect']).default('fail'),
  })
  .refine(({ branches, join }) => join.of !== 'some' || join.count <= branches.length, {
    path: ['join', 'count'],
  });

export const parallel = defineNode({
  kind: 'parallel',
  version: 1,
  family: 'logic',
  schema,
  initial: {
    branches: [
      { key: 'a', name: 'A' },
      { key: 'b', name: 'B' },
    ],
    join: { of: 'all' },
  },
  words: words(
    [
      'Em paralelo',
      'Faz vários caminhos ao mesmo tempo; sai por "junto" quando todos, o primeiro ou N terminam.',
    ],
    ['In parallel', 'Goes several ways at once; leaves by "joined" when all, the first or N have ended.'],
    ['En paralelo', 'Hace varios caminos a la vez; sale por "junto" cuando terminan todos, el primero o N.'],
  ),
  canFail: true,
  ports: ({ branches }) => [
    ...branches.map((branch) =>
      port(`branch:${branch.key}`, { required: true, label: branch.name, body: true }),
    ),
    port('joined', { required: true }),
  ],
  outputs: () => ({ terminados: 'list', falhas: 'list' }),
  check: ({ branches }) => [
    ...repeatedIn(
      branches.map(({ name }) => name),
      'branches',
      'name',
    ),
    ...repeatedIn(
      branches.map((branch) => branch.key),
      'branches',
      'key',
    ),
  ],
  summary: ({ branches, join }) =>
    `${branches.map(({ name }) => name).join(' ‖ ')} (${join.of === 'some' ? join.count : join.of})`,
});
