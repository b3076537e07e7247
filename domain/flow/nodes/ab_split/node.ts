import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { key, repeatedIn } from '../fields';

const schema = z.object({
  variants: z
    .array(z.object({ key, name: z.string().min(1).max(60), percent: z.int().min(0).max(100) }))
    .min(2)
    .max(5),
  /** The same contact always goes the same way. */
  sticky: z.boolean().default(true),
  goal: z.string().max(60).optional(),
});

export const abSplit = defineNode({
  kind: 'ab_split',
  version: 1,
  family: 'logic',
  schema,
  initial: {
    variants: [
      { key: 'a', name: 'A', percent: 50 },
      { key: 'b', name: 'B', percent: 50 },
    ],
  },
  words: words(
    ['Teste A/B', 'Divide os contatos entre variantes.'],
    ['A/B split', 'Shares contacts out among variants.'],
    ['Prueba A/B', 'Reparte los contactos entre variantes.'],
  ),
  ports: ({ variants }) =>
    variants.map((variant) => port(`variant:${variant.key}`, { required: true, label: variant.name })),
  outputs: () => ({ variante: 'text' }),
  check: ({ variants }) => [
    ...(variants.reduce((sum, { percent }) => sum + percent, 0) === 100
      ? []
      : [{ code: 'shares_not_100' as const, field: 'variants' }]),
    ...repeatedIn(
      variants.map((variant) => variant.key),
      'variants',
      'key',
    ),
  ],
  summary: ({ variants }) => variants.map(({ name, percent }) => `${name} ${percent}%`).join(', '),
});
