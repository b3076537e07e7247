import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';

const schema = z.object({
  /** What stood here where it came from. */
  was: z.string().max(100),
  reason: z.string().max(500).default(''),
  original: z.unknown().optional(),
  /** Ways out that it had. */
  handles: z
    .array(z.string().regex(/^[a-z0-9_:]{1,40}$/))
    .max(20)
    .default(['out']),
});

export const placeholder = defineNode({
  kind: 'placeholder',
  version: 1,
  family: 'logic',
  schema,
  initial: { was: '' },
  words: words(
    ['A substituir', 'Guarda o lugar de algo que não pôde ser trazido. Troque-o antes de publicar.'],
    [
      'To be replaced',
      'Keeps the place of something that could not be brought. Replace it before publishing.',
    ],
    ['Por reemplazar', 'Guarda el lugar de algo que no se pudo traer. Reemplázalo antes de publicar.'],
  ),
  ports: ({ handles }) => handles.map((handle) => port(handle)),
  check: ({ was }) => [{ code: 'placeholder_left', data: { was } }],
  summary: ({ was }) => was,
});
