import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference } from '../fields';

const schema = z.object({
  tagIds: z.array(reference).min(1).max(20),
  match: z.enum(['any', 'all']).default('any'),
  by: z.enum(['anyone', 'person', 'automation']).default('anyone'),
});

export const tagAdded = defineNode({
  kind: 'tag_added',
  version: 1,
  family: 'trigger',
  schema,
  initial: { tagIds: [] },
  words: words(
    ['Etiqueta adicionada', 'Começa quando um contato recebe uma das etiquetas.'],
    ['Tag added', 'Begins when a contact gets one of the tags.'],
    ['Etiqueta añadida', 'Comienza cuando un contacto recibe una de las etiquetas.'],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ etiqueta: 'text' }),
  references: ({ tagIds }) => tagIds.map((id, index) => ({ type: 'tag', id, field: `tagIds.${index}` })),
  summary: ({ tagIds }) => String(tagIds.length),
});
