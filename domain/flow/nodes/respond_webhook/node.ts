import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';

const schema = z.object({
  status: z.int().min(200).max(599).default(200),
  as: z.enum(['json', 'text']).default('json'),
  body: z.string().max(20_000).default(''),
});

export const respondWebhook = defineNode({
  kind: 'respond_webhook',
  version: 1,
  family: 'action',
  schema,
  initial: { status: 200, as: 'json', body: '' },
  words: words(
    [
      'Responder ao webhook',
      'Responde a quem chamou o webhook, enquanto ele espera. A primeira resposta vale; corpo que não é JSON é erro.',
    ],
    [
      'Answer the webhook',
      'Answers who called the webhook, while they wait. The first answer counts; a body that is not JSON is an error.',
    ],
    [
      'Responder al webhook',
      'Responde a quien llamó al webhook, mientras espera. Vale la primera respuesta; un cuerpo que no es JSON es un error.',
    ],
  ),
  canFail: true,
  ports: () => [port('out')],
  outputs: () => ({ status: 'number', respondeu: 'boolean' }),
  writings: () => [write('template', 'body')],
  summary: ({ status, body }) => `${status} ${body}`,
});
