import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';

const schema = z.object({
  sources: z.array(z.enum(['message', 'import', 'form', 'api', 'person'])).default([]),
  requiredFields: z.array(z.string().min(1).max(64)).max(20).default([]),
});

export const contactCreated = defineNode({
  kind: 'contact_created',
  version: 1,
  family: 'trigger',
  schema,
  initial: {},
  words: words(
    ['Contato criado', 'Começa com um contato novo. Importações entram aos poucos.'],
    ['Contact created', 'Begins with a new contact. Imports come in little by little.'],
    ['Contacto creado', 'Comienza con un contacto nuevo. Las importaciones entran poco a poco.'],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ origem: 'text' }),
  summary: ({ sources }) => sources.join(', '),
});
