import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { path, reference } from '../fields';

const schema = z
  .object({
    method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
    /** A secret is required: anyone can find an address. */
    auth: z.discriminatedUnion('by', [
      z.object({ by: z.literal('hmac'), credentialId: reference, header: z.string().min(1).max(100) }),
      z.object({ by: z.literal('token'), credentialId: reference }),
    ]),
    /** Where the contact's phone is in the body. */
    contactPath: path.optional(),
    /** Make a contact for a phone that is new, by what stands at these places. */
    createContact: z.boolean().optional(),
    namePath: path.optional(),
    emailPath: path.optional(),
    /** What makes two calls one. */
    dedupePath: path.optional(),
    bodySchema: z.record(z.string(), z.unknown()).optional(),
    reply: z
      .object({
        status: z.int().min(200).max(299),
        body: z.string().max(4000),
        /** How long the caller waits for `respond_webhook`; then it gets this answer. 0: at once. */
        waitSeconds: z.int().min(0).max(25).default(0),
      })
      .default({ status: 200, body: '', waitSeconds: 0 }),
  })
  // Without a phone nobody could be told from another.
  .refine(({ createContact, contactPath }) => createContact !== true || contactPath !== undefined, {
    path: ['contactPath'],
  });

export const inboundWebhook = defineNode({
  kind: 'inbound_webhook',
  version: 1,
  family: 'trigger',
  schema,
  initial: { method: 'POST' },
  words: words(
    [
      'Webhook de entrada',
      'Começa quando outro sistema chama o endereço. Sem contato, sai por "sem contato".',
    ],
    [
      'Inbound webhook',
      'Begins when another system calls the address. Without a contact it leaves by "no contact".',
    ],
    [
      'Webhook de entrada',
      'Comienza cuando otro sistema llama a la dirección. Sin contacto, sale por "sin contacto".',
    ],
  ),
  ports: () => [port('out', { required: true }), port('no_contact')],
  outputs: () => ({ corpo: 'any', cabecalhos: 'any' }),
  references: ({ auth }) => [{ type: 'credential', id: auth.credentialId, field: 'auth.credentialId' }],
  summary: ({ method }) => method,
});
