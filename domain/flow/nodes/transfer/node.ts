import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference } from '../fields';

const schema = z.object({
  to: z.discriminatedUnion('what', [
    z.object({ what: z.literal('agent'), agentId: reference }),
    z.object({ what: z.literal('channel'), channelId: reference }),
    z.object({ what: z.literal('team'), teamId: reference }),
  ]),
  aiSummary: z.boolean().default(true),
  notify: z.boolean().default(true),
});

export const transfer = defineNode({
  kind: 'transfer',
  version: 1,
  family: 'action',
  schema,
  initial: {},
  words: words(
    ['Transferir', 'Passa a conversa para outro agente, número ou equipe, com resumo.'],
    ['Transfer', 'Passes the conversation on to another agent, number or team, with a summary.'],
    ['Transferir', 'Pasa la conversación a otro agente, número o equipo, con resumen.'],
  ),
  canFail: true,
  ports: () => [port('out')],
  references: ({ to }) => [
    to.what === 'agent'
      ? { type: 'agent', id: to.agentId, field: 'to.agentId' }
      : to.what === 'channel'
        ? { type: 'channel', id: to.channelId, field: 'to.channelId' }
        : { type: 'team', id: to.teamId, field: 'to.teamId' },
  ],
  summary: ({ to }) => to.what,
});
