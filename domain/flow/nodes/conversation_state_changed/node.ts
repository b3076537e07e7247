import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { DAY } from '../../limits';

const state = z.enum(['IA_ATIVA', 'AGUARDANDO_HUMANO', 'HUMANO_RESPONDEU', 'resolved']);

const schema = z.object({
  from: z.array(state).default([]),
  to: z.array(state).min(1),
  /** Only when it stays so for as long. */
  idleSeconds: z
    .int()
    .min(0)
    .max(30 * DAY)
    .default(0),
});

export const conversationStateChanged = defineNode({
  kind: 'conversation_state_changed',
  version: 1,
  family: 'trigger',
  schema,
  initial: { from: [], to: ['AGUARDANDO_HUMANO'] },
  words: words(
    [
      'Estado da conversa mudou',
      'Começa quando a conversa muda de mãos. Um fluxo não começa por causa de si mesmo.',
    ],
    [
      'Conversation state changed',
      'Begins when a conversation changes hands. A flow never begins because of itself.',
    ],
    [
      'Cambió el estado',
      'Comienza cuando la conversación cambia de manos. Un flujo no comienza por sí mismo.',
    ],
  ),
  ports: () => [port('out', { required: true })],
  outputs: () => ({ de: 'text', para: 'text' }),
  summary: ({ from, to }) => `${from.join(', ') || '*'} → ${to.join(', ')}`,
});
