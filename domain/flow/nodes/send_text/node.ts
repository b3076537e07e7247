import * as z from 'zod';
import { defineNode, port, words, write } from '../../define-node';
import { message } from '../fields';

const schema = z.object({
  messages: z.array(message).min(1).max(5),
  /** "typing…" before each, seconds. */
  typingSeconds: z.number().min(0).max(10).default(0),
  /** Offers, and the like: the 24 hours of the channel count. */
  marketing: z.boolean().default(false),
});

export const sendText = defineNode({
  kind: 'send_text',
  version: 1,
  family: 'action',
  schema,
  initial: { messages: [] },
  words: words(
    ['Enviar texto', 'Envia até cinco mensagens pelo número da conversa.'],
    ['Send text', "Sends up to five messages from the conversation's number."],
    ['Enviar texto', 'Envía hasta cinco mensajes desde el número de la conversación.'],
  ),
  canFail: true,
  ports: () => [port('out')],
  outputs: () => ({ idMensagem: 'text' }),
  writings: ({ messages }) => messages.map((_text, index) => write('template', 'messages', index)),
  messages: ({ messages }) => messages.length,
  summary: ({ messages }) => messages[0] ?? '',
});
