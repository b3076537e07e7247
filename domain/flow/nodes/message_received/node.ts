import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { DAY } from '../../limits';
import { MEDIA } from '../contact';
import { pattern, reference } from '../fields';

const schema = z.object({
  channels: z.array(reference).min(1).max(50),
  types: z
    .array(z.enum(['text', 'audio', 'image', 'video', 'document', 'button']))
    .min(1)
    .default(['text', 'audio', 'image', 'document', 'button']),
  filter: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('any') }),
      z.object({
        by: z.literal('keyword'),
        match: z.enum(['equals', 'contains', 'starts']),
        words: z.array(z.string().min(1).max(100)).min(1).max(50),
      }),
      z.object({ by: z.literal('pattern'), pattern }),
      z.object({
        by: z.literal('intent'),
        labels: z.array(z.string().min(1).max(100)).min(1).max(10),
        threshold: z.number().min(0).max(1),
      }),
    ])
    .default({ by: 'any' }),
  newContactsOnly: z.boolean().default(false),
  /** Not again for the same contact within. */
  cooldownSeconds: z
    .int()
    .min(0)
    .max(30 * DAY)
    .default(0),
  /** The higher one goes first when several flows match. */
  priority: z.int().min(0).max(100).default(50),
});

export const messageReceived = defineNode({
  kind: 'message_received',
  version: 1,
  family: 'trigger',
  schema,
  initial: { channels: [] },
  words: words(
    ['Mensagem recebida', 'Começa quando um cliente escreve a um dos números. Grupos são ignorados.'],
    ['Message received', 'Begins when a customer writes to one of the numbers. Groups are ignored.'],
    ['Mensaje recibido', 'Comienza cuando un cliente escribe a uno de los números. Se ignoran los grupos.'],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ texto: 'text', midia: MEDIA, intencao: 'text' }),
  references: ({ channels }) =>
    channels.map((id, index) => ({ type: 'channel', id, field: `channels.${index}` })),
  writings: ({ filter }) => (filter.by === 'pattern' ? [write('pattern', 'filter', 'pattern')] : []),
  summary: ({ filter }) =>
    filter.by === 'keyword'
      ? filter.words.join(', ')
      : filter.by === 'pattern'
        ? filter.pattern
        : filter.by === 'intent'
          ? filter.labels.join(', ')
          : '*',
});
