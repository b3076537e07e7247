import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { DAY } from '../../limits';
import { MEDIA } from '../contact';
import { replyTimeout, variableName } from '../fields';

const schema = z.object({
  timeoutSeconds: replyTimeout,
  types: z
    .array(z.enum(['text', 'audio', 'image', 'video', 'document', 'button']))
    .min(1)
    .default(['text', 'audio', 'image', 'document', 'button']),
  /** Messages within are one reply. */
  debounceSeconds: z.int().min(0).max(30).default(3),
  cancelWords: z.array(z.string().min(1).max(40)).max(20).default([]),
  saveTo: variableName.optional(),
});

export const waitReply = defineNode({
  kind: 'wait_reply',
  version: 1,
  family: 'logic',
  schema,
  initial: { timeoutSeconds: DAY },
  words: words(
    [
      'Esperar resposta',
      'Espera o cliente escrever: "respondeu", "tempo esgotado", "cancelou", ou "assumido" quando uma pessoa entra.',
    ],
    [
      'Wait for a reply',
      'Waits for the customer: "replied", "timed out", "cancelled", or "taken over" when a person steps in.',
    ],
    [
      'Esperar respuesta',
      'Espera al cliente: "respondió", "tiempo agotado", "canceló", o "asumido" cuando entra una persona.',
    ],
  ),
  waitsFor: 'reply',
  ports: () => [
    port('replied', { required: true }),
    port('timed_out', { required: true }),
    port('cancelled'),
    port('taken_over'),
  ],
  outputs: () => ({ texto: 'text', midia: MEDIA }),
  assigns: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'text' }),
  saves: ({ saveTo }) => (saveTo === undefined ? {} : { [saveTo]: 'texto' }),
  waitSeconds: ({ timeoutSeconds }) => timeoutSeconds,
  summary: ({ saveTo }) => (saveTo === undefined ? '' : `→ ${saveTo}`),
});
