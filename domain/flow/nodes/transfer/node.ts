import * as z from 'zod';
import { defineNode, port, words } from '../../define-node';
import { reference } from '../fields';

const schema = z.object({
  to: z.discriminatedUnion('what', [
    z.object({ what: z.literal('agent'), agentId: reference }),
    z.object({ what: z.literal('team'), teamId: reference }),
  ]),
  aiSummary: z.boolean().default(true),
  notify: z.boolean().default(true),
});

const TARGETS = {
  agent: { 'pt-BR': 'Para um agente de IA', en: 'To an AI agent', es: 'A un agente de IA' },
  team: { 'pt-BR': 'Para uma equipe', en: 'To a team', es: 'A un equipo' },
} as const;

export const transfer = defineNode({
  kind: 'transfer',
  version: 1,
  family: 'action',
  schema,
  initial: {},
  words: words(
    ['Transferir', 'Passa a conversa para outro agente ou equipe, com resumo.'],
    ['Transfer', 'Passes the conversation on to another agent or team, with a summary.'],
    ['Transferir', 'Pasa la conversación a otro agente o equipo, con resumen.'],
  ),
  canFail: true,
  ports: () => [port('out')],
  references: ({ to }) => [
    to.what === 'agent'
      ? { type: 'agent', id: to.agentId, field: 'to.agentId' }
      : { type: 'team', id: to.teamId, field: 'to.teamId' },
  ],
  summary: ({ to }, locale) => TARGETS[to.what][locale],
});
