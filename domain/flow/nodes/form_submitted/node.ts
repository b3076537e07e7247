import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference } from '../fields';

const schema = z.object({ formId: reference });

export const formSubmitted = defineNode({
  kind: 'form_submitted',
  version: 1,
  family: 'trigger',
  schema,
  initial: {},
  words: words(
    ['Formulário enviado', 'Começa quando alguém envia o formulário.'],
    ['Form submitted', 'Begins when somebody sends the form.'],
    ['Formulario enviado', 'Comienza cuando alguien envía el formulario.'],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ campos: 'any' }),
  references: ({ formId }) => [{ type: 'form', id: formId, field: 'formId' }],
  summary: () => '',
});
