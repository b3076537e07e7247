import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { addressFindings, anyAddress, path, reference, repeatedIn, variableName } from '../fields';

const schema = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: anyAddress,
  headers: z
    .array(z.object({ name: z.string().regex(/^[A-Za-z0-9-]{1,100}$/), value: z.string().max(1000) }))
    .max(30)
    .default([]),
  /** Secrets live in the vault, never here. */
  credentialId: reference.optional(),
  body: z.string().max(20_000).default(''),
  seconds: z.int().min(1).max(60).default(15),
  acceptErrors: z.boolean().default(false),
  map: z
    .array(z.object({ from: path, to: variableName }))
    .max(20)
    .default([]),
});

export const httpRequest = defineNode({
  kind: 'http_request',
  version: 1,
  family: 'action',
  schema,
  initial: { method: 'GET' },
  words: words(
    [
      'Requisição HTTP',
      'Chama outro sistema por HTTPS. Falhas e respostas 400 ou mais são erro, se não aceitas.',
    ],
    [
      'HTTP request',
      'Calls another system by HTTPS. Failures and answers of 400 or more are errors, unless accepted.',
    ],
    [
      'Solicitud HTTP',
      'Llama a otro sistema por HTTPS. Fallas y respuestas de 400 o más son error, salvo aceptadas.',
    ],
  ),
  canFail: true,
  ports: () => [port('out')],
  outputs: () => ({ status: 'number', corpo: 'any' }),
  assigns: ({ map }) => Object.fromEntries(map.map(({ to }) => [to, 'any' as const])),
  saves: ({ map }) => Object.fromEntries(map.map(({ from, to }) => [to, from])),
  references: ({ credentialId }) =>
    credentialId === undefined ? [] : [{ type: 'credential', id: credentialId, field: 'credentialId' }],
  writings: ({ headers }) => [
    write('template', 'url'),
    write('template', 'body'),
    ...headers.map((_header, index) => write('template', 'headers', index, 'value')),
  ],
  check: ({ url, headers }) => [
    ...addressFindings(url, 'url'),
    ...repeatedIn(
      headers.map(({ name }) => name),
      'headers',
      'name',
    ),
  ],
  summary: ({ method, url }) => `${method} ${url}`,
});
